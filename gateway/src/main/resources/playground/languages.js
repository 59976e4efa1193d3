// The choice of a language, from what the judges offer.

import { languages } from './api.js';
import { family, usual } from './samples.js';

const AGAIN = 5000;

/**
 * @param select is filled
 * @param onTrouble gets a refusal, and null once there is an answer
 * @param onOffer called each time there is something else to choose from
 */
export function languageChoice(select, onTrouble, onOffer) {
  let again = null;

  /**
   * As long as no judge has said what it offers, the usual languages stand in, and the question is asked again.
   *
   * @returns false when the gateway wants to know first who asks
   */
  async function offer() {
    clearTimeout(again);
    let offered = [];
    try {
      offered = await languages();
      onTrouble(null);
    } catch (refused) {
      if (refused.status === 401) {
        fill([]);
        return false;
      }
      onTrouble(refused);
    }
    fill(offered);
    if (!offered.length) {
      again = setTimeout(offer, AGAIN);
    }
    return true;
  }

  function fill(offered) {
    const chosen = select.value || 'python';
    select.replaceChildren(...(offered.length
      ? offered.map(one => new Option(one.name, one.aliases[0] ?? one.id))
      : usual.map(name => new Option(name))));
    choose(chosen);
    onOffer();
  }

  function option(wanted) {
    const options = [...select.options];
    return options.find(one => one.value === wanted) ?? options.find(one => family(one.text) === family(wanted));
  }

  function choose(wanted) {
    select.value = option(wanted)?.value ?? select.value;
  }

  return {
    offer,
    choose,
    /** What a language that was asked for by any of its names is called here. */
    nameOf: wanted => option(wanted)?.text ?? wanted,
    get value() { return select.value; },
    get label() { return select.selectedOptions[0]?.text ?? select.value; },
    get family() { return family(this.label); },
  };
}

// Elements in one expression.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param attributes null and undefined leave one out
 * @param children elements and texts
 */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** The same for a drawing. */
export function shape(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value != null) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children);
  return made;
}

// The rows of tests.

export function tests(list, template, addButton) {
  function add(test = {}) {
    const row = template.content.firstElementChild.cloneNode(true);
    field(row, 'stdin').value = test.stdin ?? '';
    field(row, 'expected').value = test.expected ?? '';
    field(row, 'weight').value = test.weight ?? 1;
    row.querySelector('.remove').addEventListener('click', () => remove(row));
    list.append(row);
    renumber();
    return row;
  }

  function remove(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    renumber();
    (next ? next.querySelector('textarea') : addButton).focus();
  }

  function renumber() {
    const rows = [...list.children];
    list.classList.toggle('single', rows.length === 1);
    rows.forEach((row, i) => {
      row.querySelector('h3').textContent = rows.length === 1 ? 'One test' : `Test ${i + 1}`;
      row.querySelector('.remove').setAttribute('aria-label', `Remove test ${i + 1}`);
    });
  }

  addButton.addEventListener('click', () => field(add(), 'stdin').focus());

  return {
    all() {
      return [...list.children].map(row => ({
        stdin: field(row, 'stdin').value,
        expected: field(row, 'expected').value,
        weight: field(row, 'weight').value,
      }));
    },
    show(all) {
      list.replaceChildren();
      all.forEach(add);
    },
    /** What a field of the request, such as `tests[1].weight`, is written in; null when it is nothing of these. */
    place(name) {
      const [, position, part] = /^tests\[(\d+)\]\.(\w+)$/.exec(name) ?? [];
      const row = list.children[position];
      return row ? field(row, part === 'expected_output' ? 'expected' : part) : null;
    },
  };
}

/** As the API wants them; an empty expectation means that exit code 0 is enough. */
export function asRequest(all) {
  return all.map((test, i) => ({
    name: `Test ${i + 1}`,
    stdin: test.stdin,
    expected_output: test.expected === '' ? null : test.expected,
    weight: test.weight === '' ? 1 : Number(test.weight),
  }));
}

function field(row, name) {
  return row.querySelector(`[name=${name}]`);
}

// The rows of a sheet in the editor: each opens to its fields; added, taken away with a way back, and moved.
import { announce, el, newId } from './dom.js';
import { count } from './format.js';
import { outcome } from './edits.js';
import { field } from './fields.js';
import { plain } from './filters.js';
import { sheets, text } from './planfields.js';

// From so many rows on there is a search.
const many = 8;

export function control(draft, row, [name, , type, , choices], isLocked, onchange) {
  const id = newId('plan');
  const value = text(row[name]);
  let made;
  if (type === 'choice') {
    made = el('select', { id, disabled: isLocked });
    offer(made, typeof choices === 'function' ? choices(draft.file) : choices, value);
  } else if (type === 'area') {
    made = el('textarea', { id, rows: 3 });
  } else {
    const isDay = type === 'date' && (value === '' || /^\d{4}-\d\d-\d\d$/.test(value));
    made = el('input', { id, type: isDay ? 'date' : 'text', inputmode: type === 'number' ? 'decimal' : null, autocomplete: 'off', readonly: isLocked });
  }
  made.value = value;
  made.addEventListener('input', () => {
    row[name] = made.value;
    onchange(name);
  });
  return made;
}

function offer(select, options, value) {
  const known = options.some(([key]) => key === value);
  select.replaceChildren(...[...(known ? [] : [[value, value || 'Elija']]), ...options].map(([key, label]) => el('option', { value: key }, label)));
  select.value = value;
}

// desk: { draft, changed(), notes(sheet, row) } → { element, add(values), find(row, column), refresh(), relabel() }.
export function rowsOf(sheet, desk) {
  const { draft } = desk;
  const format = sheets[sheet];
  const said = outcome();
  const list = el('ul', { class: 'works' });
  const found = el('p', { class: 'soft', role: 'status' });
  const search = el('input', { id: `buscar-${sheet}`, type: 'search', autocomplete: 'off', oninput: () => filter() });
  const bar = el('search', { class: 'filters', 'aria-label': `Buscar en ${format.title}` }, el('div', { class: 'field' }, el('label', { for: search.id }, `Buscar en ${format.title}`), search));
  const more = el('button', { type: 'button', class: 'second', onclick: () => add() }, format.add);
  const canMove = () => sheet === 'activities' && draft.isNew;
  let items = [];

  const rows = () => draft.file[sheet];

  function refresh() {
    items = rows().map(row => item(row));
    list.replaceChildren(...items.map(one => one.element));
    filter();
  }

  function filter() {
    bar.hidden = items.length < many;
    const words = bar.hidden ? [] : plain(search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const one of items) {
      const whole = plain(`${format.label(one.row)} ${format.more?.(one.row, draft.file) ?? ''}`);
      one.element.hidden = !words.every(word => whole.includes(word));
      shown += one.element.hidden ? 0 : 1;
    }
    found.textContent = items.length === 0 ? 'Todavía no hay ninguna fila.' : shown < items.length ? `${shown} de ${count(items.length, 'fila', 'filas')}.` : `${count(items.length, 'fila', 'filas')}.`;
  }

  function item(row) {
    const isStored = draft.isStored(sheet, row);
    const name = el('span', {});
    const soft = el('span', { class: 'soft' });
    const content = el('div', { class: 'row-fields' });
    const controls = new Map();
    const details = el('details', { ontoggle: () => (details.open ? build() : clear()) }, el('summary', {}, name, soft, ...desk.notes(sheet, row).marks), content);
    const one = { row, element: el('li', { class: 'work' }, details), open, controls, relabel };

    function label() {
      name.textContent = format.label(row);
      const extra = format.more?.(row, draft.file);
      soft.textContent = extra ? ` (${extra})` : '';
    }

    // What the row says of others, and what its open fields offer of them.
    function relabel() {
      label();
      for (const [name, , , , choices] of format.fields.filter(([name, , , , choices]) => typeof choices === 'function' && controls.has(name))) {
        offer(controls.get(name), choices(draft.file), text(row[name]));
      }
    }

    function clear() {
      controls.clear();
      content.replaceChildren();
    }

    function build() {
      if (controls.size > 0) {
        return;
      }
      for (const one of format.fields) {
        const isLocked = isStored && format.keys.includes(one[0]);
        const made = control(draft, row, one, isLocked, () => {
          label();
          desk.changed();
        });
        if (['units', 'activities'].includes(sheet) && format.keys.includes(one[0]) && !isLocked) {
          follow(made, row, one[0]);
        }
        controls.set(one[0], made);
      }
      content.replaceChildren(
        ...desk.notes(sheet, row).texts,
        ...format.fields.map(([name, title, , hint]) => field(title, hint, controls.get(name))),
        el('p', { class: 'buttons' }, ...buttons(one, isStored)),
        isStored ? el('p', { class: 'hint' }, 'El plan ya tiene esta fila: se puede cambiar, no quitar.') : ''
      );
    }

    function open() {
      details.open = true;
      build();
    }

    label();
    return one;
  }

  // The rows that name this one follow when its key has changed.
  function follow(made, row, name) {
    let before = text(row[name]);
    made.addEventListener('change', () => {
      if (made.value === '') {
        return;
      }
      if (before !== '' && rows().every(other => text(other[name]) !== before)) {
        draft.rename(sheet, before, made.value);
        desk.changed();
      }
      desk.relabelOthers(sheet);
      before = made.value;
    });
  }

  function buttons(one, isStored) {
    const what = el('span', { class: 'unseen' }, ` ${format.label(one.row)}`);
    const button = (label, action, disabled = false) => el('button', { type: 'button', class: 'second small', disabled, onclick: action }, label, what.cloneNode(true));
    const index = rows().indexOf(one.row);
    return [
      canMove() ? button('Subir', () => move(one, -1), index === 0) : '',
      canMove() ? button('Bajar', () => move(one, 1), index === rows().length - 1) : '',
      sheet === 'activities' ? button('Agregar una meta', () => desk.addGoal(one.row)) : '',
      isStored ? '' : button('Quitar', () => takeAway(one)),
    ];
  }

  function add(values = {}) {
    rows().push({ ...format.blank(draft.file), ...values });
    search.value = '';
    desk.changed();
    refresh();
    desk.relabelOthers(sheet);
    const last = items.at(-1);
    last.open();
    [...last.controls.values()].find(one => !one.value)?.focus();
  }

  // With the goals of an activity; taking it back puts each where it was, among what was added since.
  function takeAway({ row }) {
    const index = rows().indexOf(row);
    const goals = sheet === 'activities' ? [...draft.file.goals.entries()].filter(([, goal]) => text(goal.activity) === text(row.number)) : [];
    rows().splice(index, 1);
    draft.file.goals = draft.file.goals.filter(goal => !goals.some(([, gone]) => gone === goal));
    desk.changed();
    refresh();
    desk.refreshOthers(sheet);
    said.done(`${format.removed} ${format.label(row)}${goals.length > 0 ? `, con ${count(goals.length, 'meta', 'metas')}` : ''}.`, () => {
      rows().splice(index, 0, row);
      goals.forEach(([at, goal]) => draft.file.goals.splice(at, 0, goal));
      desk.changed();
      refresh();
      desk.refreshOthers(sheet);
      said.done('Está otra vez.');
    });
  }

  // By one place; the button that was pressed keeps the focus, so that it can be pressed again.
  function move({ row }, by) {
    const all = rows();
    const other = all[all.indexOf(row) + by];
    draft.swap(row, other);
    desk.changed();
    refresh();
    desk.refreshOthers(sheet);
    const moved = items.find(one => one.row === row);
    moved.open();
    const [up, down] = moved.element.querySelectorAll('.buttons button');
    const [pressed, left] = by < 0 ? [up, down] : [down, up];
    (pressed.disabled ? left : pressed).focus();
    announce(`Ahora es la actividad ${text(row.number)}.`);
  }

  refresh();
  return {
    element: el('div', {}, said.element, bar, found, list, el('p', { class: 'buttons' }, more)),
    add,
    refresh,
    relabel: () => items.forEach(one => one.relabel()),
    // The element for a problem: that of the cell, of its row, or the button to add a row.
    find(row, column) {
      const one = items[row - 1];
      if (!one) {
        return more;
      }
      search.value = '';
      filter();
      one.open();
      return one.controls.get(column) ?? one.controls.values().next().value;
    },
  };
}

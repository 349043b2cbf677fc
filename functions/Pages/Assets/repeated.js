// A list of things of one kind in a form, each with its own fields: adding one, taking one away.
import { el } from './dom.js';

// make(value, number) gives { element, control, read, name }: control gets the focus, name(number) says which one it is.
export function repeated({ label, hint, addLabel, most, blank, values, make, onchange }) {
  const list = el('ol', { class: 'lines' });
  const more = el('button', { type: 'button', class: 'second small', onclick: () => add(blank).control.focus() }, addLabel);
  const element = el('fieldset', { class: 'field' }, el('legend', {}, label), el('p', { class: 'hint' }, hint), list, more);
  const items = [];

  function add(value) {
    const item = make(value, items.length + 1);
    const away = el('button', { type: 'button', class: 'second small', onclick: () => takeAway(item) }, 'Quitar', el('span', { class: 'unseen' }));
    item.row = el('li', { class: 'repeated' }, item.element, away);
    items.push(item);
    list.append(item.row);
    number();
    return item;
  }

  function takeAway(item) {
    const index = items.indexOf(item);
    items.splice(index, 1);
    item.row.remove();
    number();
    (items[index] ?? items[index - 1])?.control.focus();
    if (items.length === 0) {
      more.focus();
    }
    onchange();
  }

  function number() {
    items.forEach((item, index) => {
      item.row.querySelector('.unseen').textContent = ` ${item.name(index + 1)}`;
    });
    more.disabled = items.length >= most;
  }

  values.forEach(add);
  const filled = () => items.filter(item => !item.isEmpty());
  return {
    element,
    read: () => filled().map(item => item.read()),
    // The index is that among those that are not empty: those are sent.
    // part: a field of the item, where it says which.
    find: (index, part = '') => {
      const item = filled()[index] ?? items[0];
      return item?.find?.(part) ?? item?.control ?? more;
    },
  };
}

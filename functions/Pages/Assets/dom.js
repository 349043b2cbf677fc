// Makes and finds elements. Text goes in as text, never as markup.

export const $ = (selector, within = document) => within.querySelector(selector);

// el('p', { class: 'hint', id: 'x', hidden: true, onclick: go }, 'text', child, null)
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (typeof value === 'boolean') {
      element.toggleAttribute(key, value);
    } else if (value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return element;
}

// Replaces what an element holds, unless it would be the same: a screen reader would read it again.
export function fill(element, ...children) {
  const next = el('div', {}, ...children);
  if (element.innerHTML !== next.innerHTML) {
    element.replaceChildren(...next.childNodes);
  }
}

let live;

// Says something to screen readers, and nothing on the screen.
export function announce(text) {
  if (!live) {
    live = el('p', { class: 'unseen', role: 'status' });
    document.body.append(live);
  }
  live.textContent = '';
  setTimeout(() => (live.textContent = text), 50);
}

let ids = 0;

export const newId = prefix => `${prefix}-${++ids}`;

// Asks with the browser's own dialog element, which keeps the focus in it and closes with Escape.
// Resolves to the value of the button that was pressed; '' if none was.
export function ask(dialog) {
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve =>
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    })
  );
}

// A dialog with a heading, content, and buttons [value, label], the first one being what is proposed.
export function dialog(title, content, buttons) {
  const id = newId('dialog');
  return el(
    'dialog',
    { 'aria-labelledby': id },
    el(
      'form',
      { method: 'dialog' },
      el('h2', { id }, title),
      ...[content].flat(),
      el(
        'p',
        { class: 'buttons' },
        ...buttons.map(([value, label], index) => el('button', { value, class: index ? 'second' : null }, label))
      )
    )
  );
}

// The notes of a report: marks in the text, and their texts at the end, each with the way back.
import { el } from './dom.js';

export function notesOf() {
  const texts = [];
  return {
    count: () => texts.length,
    // The mark of the next note.
    mark(text) {
      const number = texts.push(text);
      return el('sup', {}, el('a', { id: `llamada-${number}`, href: `#nota-${number}`, 'aria-label': `Nota ${number}` }, String(number)));
    },
    element: () =>
      texts.length === 0
        ? ''
        : el(
            'section',
            { class: 'notes', 'aria-labelledby': 'notas' },
            el('h2', { id: 'notas', tabindex: '-1' }, 'Notas'),
            el(
              'ol',
              {},
              ...texts.map((text, index) =>
                el('li', { id: `nota-${index + 1}` }, text, ' ', el('a', { class: 'back', href: `#llamada-${index + 1}`, 'aria-label': `Volver al texto de la nota ${index + 1}` }, '↑'))
              )
            )
          ),
  };
}

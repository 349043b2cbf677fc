// Withdrawing an achievement: it asks why, and what it did can be taken back.
import { el } from './dom.js';
import { post } from './api.js';
import { field } from './fields.js';
import { clear, show as showErrors } from './problems.js';

export function withdrawal(one, { path, said, refresh, restore }, close, act) {
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const reason = el('textarea', { rows: 3 });

  const send = () =>
    act(async () => {
      clear(summary);
      try {
        const { body } = await post(`${path}/${one.id}/withdraw`, { reason: reason.value }, one.version);
        close();
        await refresh();
        said.done('El logro quedó retirado: ya no va al informe.', () => restore(body));
      } catch (error) {
        if (error.status !== 422) {
          throw error;
        }
        showErrors(error.errors, summary, () => reason);
      }
    });

  return el(
    'form',
    {
      novalidate: true,
      onsubmit: event => {
        event.preventDefault();
        void send();
      },
    },
    el('h3', {}, `Retirar «${one.title}»`),
    el('p', {}, 'Deja de contar en el informe. No se borra: se puede recuperar.'),
    summary,
    field('Por qué se retira', '5 letras o más.', reason),
    el('p', { class: 'buttons' }, el('button', {}, 'Retirar el logro'), el('button', { type: 'button', class: 'second', onclick: close }, 'Cancelar'))
  );
}

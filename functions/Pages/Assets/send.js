// Sending an activity: what is missing, a summary, the receipt.
import { ask, dialog, el } from './dom.js';
import { failure, show as showErrors, clear } from './problems.js';
import { count } from './format.js';
import { sentView } from './sent.js';

export function sendSection({ saver, files, fields, work, form, number, status }) {
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const trouble = el('div', {});
  const button = el('button', { type: 'button', onclick: () => void review() }, 'Revisar y enviar');
  const element = el('section', { class: 'send', 'aria-labelledby': 'send' }, el('h2', { id: 'send' }, 'Enviar a la Secretaría Técnica'), trouble, status, el('p', { class: 'buttons' }, button));

  let ofDraft = false;

  const complain = errors => {
    ofDraft = false;
    showErrors(errors, summary, form().find);
  };

  // While typing: only what is wrong, not what is still missing.
  const complainOfDraft = errors => {
    ofDraft = true;
    showErrors(errors, summary, form().find, false);
  };

  const saved = () => {
    if (ofDraft) {
      clear(summary);
    }
  };

  async function review() {
    clear(summary);
    trouble.replaceChildren();
    if (files.unsent() > 0) {
      const text =
        files.kept() > 0
          ? `${count(files.kept(), 'archivo no llegó', 'archivos no llegaron')} al servidor. Vuelva a intentarlo o quítelo de la lista antes de enviar.`
          : `Espere: ${count(files.unsent(), 'archivo no ha', 'archivos no han')} terminado de enviarse. También puede cancelarlos.`;
      trouble.replaceChildren(el('p', { class: 'box warn', role: 'alert' }, text));
      return;
    }
    const missing = form().missing();
    if (missing.length > 0) {
      complain(missing);
      return;
    }
    if ((await ask(confirmation())) === 'send') {
      await send();
    } else {
      button.focus();
    }
  }

  function confirmation() {
    const advised = [...form().advised(), files.count() === 0 ? 'No hay archivos de evidencia.' : null].filter(Boolean);
    return dialog(
      'Revise antes de enviar',
      [
        sentView(form().read(), work.goals),
        el('p', {}, files.count() === 0 ? 'Sin archivos.' : `Con ${count(files.count(), 'archivo', 'archivos')}.`),
        advised.length > 0
          ? el('div', { class: 'box warn' }, el('p', {}, 'Puede enviarlo así, pero es probable que se lo pregunten:'), el('ul', {}, ...advised.map(text => el('li', {}, text))))
          : null,
        el('p', {}, 'Después de enviarlo no podrá cambiarlo, salvo que se lo devuelvan.'),
      ],
      [
        ['send', 'Enviar'],
        ['back', 'Seguir escribiendo'],
      ]
    );
  }

  async function send() {
    button.disabled = true;
    button.textContent = 'Enviando…';
    trouble.replaceChildren();
    try {
      await saver.submit(files.ids());
      location.assign(`/actividades/${number}/constancia`);
    } catch (error) {
      refuse(error);
    } finally {
      // What was sent must not be changed before it is known whether it arrived.
      fields.inert = saver.isSending;
      button.hidden = saver.isSending;
      button.disabled = false;
      button.textContent = 'Revisar y enviar';
    }
  }

  function refuse(error) {
    if (error.status === 422) {
      complain(error.errors);
    } else if (error.status !== 412) {
      trouble.replaceChildren(failure(error, saver.isSending ? () => void send() : null));
    }
  }

  return { element, summary, complainOfDraft, saved, send };
}

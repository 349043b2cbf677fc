// Sends a reminder as it would be now to an address of the user's choice.
import { announce, el } from './dom.js';
import { post } from './api.js';
import { field } from './fields.js';
import { failure, mark, unmark } from './problems.js';
import { stageName } from './stages.js';

const outcomes = {
  accepted: ['good', 'La prueba se envió.'],
  busy: ['warn', 'El servicio de correo está ocupado. Inténtelo de nuevo en unos minutos.'],
  unknown: ['warn', 'El servicio de correo no respondió: la prueba puede haber salido o no.'],
  rejected: ['bad', 'El servicio de correo no acepta este correo.'],
  notAllowed: ['bad', 'El servicio de correo no acepta correos de Avance. Avise a quien lo administra.'],
};

export function testForm(overview, stages, path) {
  const unit = el('select', {}, ...overview.units.map(one => el('option', { value: one.code }, `${one.code} · ${one.name}`)));
  const stage = el('select', {}, ...stages.filter(one => !['digest', 'receipt'].includes(one.stage)).map(one => el('option', { value: one.stage }, stageName(one.stage))));
  const to = el('input', { type: 'text', inputmode: 'email', autocomplete: 'email', spellcheck: 'false' });
  const said = el('div', { role: 'status' });
  const button = el('button', {}, 'Enviar la prueba');

  async function send(event) {
    event.preventDefault();
    unmark(to);
    said.replaceChildren();
    button.disabled = true;
    try {
      const { body } = await post(`${path}/test`, { unit: unit.value, stage: stage.value, to: to.value.trim() });
      const [colour, text] = outcomes[body.kind];
      said.replaceChildren(el('p', { class: `box ${colour}` }, text, body.reason ? ` ${body.reason}` : ''));
      announce(text);
    } catch (error) {
      if (error.status === 400) {
        mark(to, 'Escriba un correo completo, como nombre@entidad.gob.pe.');
        to.focus();
      } else {
        said.replaceChildren(failure(error));
      }
    } finally {
      button.disabled = false;
    }
  }

  return el(
    'form',
    { class: 'amendment', novalidate: true, onsubmit: event => void send(event) },
    field('Recordatorio de la unidad', null, unit),
    field('Etapa', null, stage),
    field('A qué correo', 'Llega como lo vería la unidad, sin el enlace para entrar.', to),
    el('p', { class: 'buttons' }, button),
    said
  );
}

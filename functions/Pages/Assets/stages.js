// The stages of the reminders: their names, pausing and resuming one.
import { $, announce, el } from './dom.js';
import { put } from './api.js';
import { count, day } from './format.js';
import { table } from './desk.js';
import { field } from './fields.js';
import { mark, unmark } from './problems.js';

const names = {
  opening: 'Apertura',
  'before-0': 'El último día',
  returned: 'Al devolver un avance',
  digest: 'Resumen para la Secretaría Técnica',
  manual: 'A pedido',
  receipt: 'Constancia de lo enviado',
};

export function stageName(stage) {
  const [kind, days] = stage.split('-');
  return names[stage] ?? `${count(Number(days), 'día', 'días')} ${kind === 'before' ? 'antes' : 'después'} del plazo`;
}

const days = { returned: 'En la hora de trabajo que sigue', digest: 'El primer día de trabajo de la semana', receipt: 'A los pocos minutos, a cualquier hora' };

// ondone is called after a change, and makes the table anew.
export const stageTable = (stages, path, ondone) =>
  table(
    'Etapas del periodo',
    ['Etapa', 'Día', 'Estado', 'Cambiar'],
    stages.map(stage => [
      stageName(stage.stage),
      stage.day ? day(stage.day) : days[stage.stage],
      stage.held
        ? [el('span', { class: 'state warn' }, 'Detenida'), el('p', { class: 'said soft' }, stage.reason)]
        : stage.past
          ? 'Ya pasó'
          : stage.day
            ? 'Sale en su día'
            : 'Sale',
      stage.held ? release(stage, path, ondone) : stage.past ? '—' : hold(stage, path, ondone),
    ])
  );

// The control that was used is gone then: the focus goes to the one in its place.
async function change(ondone, stage) {
  await ondone();
  $(`#${idOf(stage)}`)?.focus();
}

const idOf = stage => `stage-${stage.stage}`;

function release(stage, path, ondone) {
  const trouble = el('p', { class: 'error', role: 'alert', hidden: true });
  const button = el('button', { type: 'button', id: idOf(stage), class: 'second small', onclick: () => void letGo() }, 'Reanudar', of(stage));

  async function letGo() {
    button.disabled = true;
    trouble.hidden = true;
    try {
      await put(`${path}/${stage.stage}/hold`, { held: false });
      await change(ondone, stage);
      announce(`La etapa «${stageName(stage.stage)}» sale otra vez en su día.`);
    } catch (error) {
      trouble.textContent = error.detail ?? noAnswer;
      trouble.hidden = false;
    } finally {
      button.disabled = false;
    }
  }

  return [trouble, button];
}

function hold(stage, path, ondone) {
  const text = el('textarea', { rows: 2 });
  const button = el('button', { type: 'button', class: 'small', onclick: () => void stop() }, 'Detener');

  async function stop() {
    unmark(text);
    button.disabled = true;
    try {
      await put(`${path}/${stage.stage}/hold`, { held: true, reason: text.value });
      await change(ondone, stage);
      announce(`La etapa «${stageName(stage.stage)}» quedó detenida.`);
    } catch (error) {
      mark(text, error.detail ?? noAnswer);
      text.focus();
    } finally {
      button.disabled = false;
    }
  }

  return el('details', {}, el('summary', { id: idOf(stage) }, 'Detener', of(stage)), field('Motivo', 'Al menos 10 letras.', text), el('p', { class: 'buttons' }, button));
}

const of = stage => el('span', { class: 'unseen' }, ` la etapa «${stageName(stage.stage)}»`);

const noAnswer = 'No hay conexión: no se guardó. Vuelva a intentarlo.';

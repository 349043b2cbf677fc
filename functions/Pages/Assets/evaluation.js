// What the secretariat writes of an activity for the report: the column «Evaluación», its notes, and its factors.
import { $, ask, dialog, el, newId } from './dom.js';
import { getVersioned, put } from './api.js';
import { atPlan } from './desk.js';
import { byWhom, conflict, outcome, recovered, unsaved } from './edits.js';
import { area, field } from './fields.js';
import { clear, show as showErrors } from './problems.js';
import { repeated } from './repeated.js';

export const factorKinds = { problem: 'Problema', improvementAction: 'Acción de mejora', achievement: 'Logro' };

const nothing = { text: '', notes: [], factors: [] };

const contentOf = evaluation => (evaluation ? { text: evaluation.text, notes: evaluation.notes, factors: evaluation.factors } : nothing);

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export const loadEvaluation = path => getVersioned(`${path}/evaluation`);

export function evaluationPanel(overview, claim) {
  const place = el('div', {});
  const said = outcome();
  const mayWrite = overview.role === 'secretariat';
  const path = `${claim.path}/evaluation`;
  const local = unsaved(overview, `evaluacion-${claim.number}`);
  const lastSent = claim.versions.findLast(version => ['submitted', 'resubmitted'].includes(version.state))?.at;
  // As the server has it.
  let { body, version } = claim.evaluation;

  async function read() {
    ({ body, version } = await getVersioned(path));
  }

  // Saves, and offers to take it back.
  async function save(content, seen, text, mayUndo = true) {
    const before = contentOf(body.evaluation);
    await put(path, content, seen);
    local.forget();
    await read();
    draw();
    said.done(text, mayUndo ? () => attempt(() => save(before, version, 'Quedó como estaba antes.', false)) : null);
  }

  async function attempt(what) {
    said.clear();
    try {
      await what();
    } catch (error) {
      said.fail(error);
    }
  }

  function draw() {
    const { evaluation } = body;
    const isOutdated = evaluation && lastSent && Date.parse(lastSent) > Date.parse(evaluation.at);
    place.replaceChildren(
      el('p', {}, evaluation ? `Escrita: ${byWhom(evaluation, overview)}.` : el('span', { class: 'state warn' }, 'Sin evaluación')),
      isOutdated ? outdated(mayWrite ? () => attempt(() => save(contentOf(evaluation), version, 'Quedó confirmada.', false)) : null) : '',
      mayWrite ? form() : written(evaluation),
      history()
    );
  }

  function form() {
    const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
    const kept = local.read();
    const own = kept && !isSame(kept.content, contentOf(body.evaluation)) ? kept : null;
    const seen = own?.version ?? version;
    const fields = fieldsOf(own?.content ?? contentOf(body.evaluation), () => local.write({ content: fields.read(), version: seen }));
    const buttons = el(
      'p',
      { class: 'buttons' },
      el('button', {}, 'Guardar la evaluación'),
      body.evaluation ? el('button', { type: 'button', class: 'second', onclick: () => void attempt(() => save(nothing, version, 'La evaluación se retiró: el informe ya no la tiene.')) }, 'Retirarla') : null
    );

    async function send(content, over) {
      clear(summary);
      said.clear();
      buttons.querySelectorAll('button').forEach(button => (button.disabled = true));
      try {
        await save(content, over, 'La evaluación quedó guardada.');
      } catch (error) {
        if (error.status === 412) {
          await settle(content);
        } else if (error.status === 422) {
          showErrors(error.errors, summary, fields.find);
        } else {
          said.fail(error);
        }
      } finally {
        buttons.querySelectorAll('button').forEach(button => (button.disabled = false));
      }
    }

    // Both wrote: shows what the other one has, and keeps what is in the fields until one of them is chosen.
    async function settle(content) {
      try {
        await read();
      } catch (error) {
        said.fail(error);
        return;
      }
      const last = body.versions.at(-1);
      said.show(
        conflict(
          last ? byWhom(last, overview) : '',
          body.evaluation ? written(body.evaluation) : null,
          () => send(content, version),
          () => {
            local.forget();
            draw();
            said.done('Queda lo que guardó la otra persona.');
          }
        )
      );
    }

    return el(
      'div',
      { class: 'claim' },
      narrative(mayWrite ? () => fields.start(body.narrative) : null),
      el(
        'form',
        {
          novalidate: true,
          onsubmit: event => {
            event.preventDefault();
            void send(fields.read(), seen);
          },
        },
        own ? [recovered(), el('p', {}, el('button', { type: 'button', class: 'second small', onclick: discard }, 'Descartarlo'))] : null,
        summary,
        ...fields.elements,
        buttons
      )
    );
  }

  function discard() {
    local.forget();
    draw();
    $('#evaluation').focus();
  }

  const narrative = onstart =>
    el(
      'div',
      { class: 'narrative' },
      el('h3', {}, 'Lo que informó la unidad'),
      body.narrative ? el('blockquote', { class: 'said' }, body.narrative) : el('p', { class: 'soft' }, 'La unidad no ha enviado un texto.'),
      body.narrative && onstart ? el('button', { type: 'button', class: 'second small', onclick: () => void onstart() }, 'Partir de lo que informó la unidad') : null
    );

  const history = () =>
    body.versions.length === 0
      ? ''
      : el(
          'details',
          {},
          el('summary', {}, `Versiones (${body.versions.length})`),
          el('ol', {}, ...body.versions.map(one => el('li', { value: one.version }, byWhom(one, overview))))
        );

  draw();
  return el('section', { class: 'send', 'aria-labelledby': 'evaluation' }, el('h2', { id: 'evaluation', tabindex: '-1' }, 'Evaluación'), said.element, place);
}

const outdated = onconfirm =>
  el(
    'p',
    { class: 'box warn' },
    el('strong', {}, 'La unidad envió otra vez después de esta evaluación. '),
    'Corríjala, o diga que sigue valiendo. ',
    onconfirm ? el('button', { type: 'button', class: 'second small', onclick: () => void onconfirm() }, 'Sigue valiendo') : null
  );

// To be read, not changed.
const written = evaluation =>
  evaluation
    ? el(
        'div',
        {},
        el('p', { class: 'said' }, evaluation.text || 'Sin texto.'),
        evaluation.notes.length > 0 ? el('ol', {}, ...evaluation.notes.map(note => el('li', {}, note))) : null,
        evaluation.factors.length > 0
          ? el('ul', {}, ...evaluation.factors.map(factor => el('li', { class: 'said' }, el('strong', {}, `${factorKinds[factor.kind]}: `), factor.text)))
          : null
      )
    : '';

// After one is taken away the others count anew.
const named = (article, element, control, label) => number => {
  element.querySelector(`label[for="${control.id}"]`).textContent = `${label} ${number}`;
  return `${article} ${number}`;
};

function fieldsOf(content, onchange) {
  const text = area('Evaluación para el informe', 'Es la columna «Evaluación» del informe.', content.text, onchange, 8);
  const notes = repeated({
    label: 'Notas al pie del informe',
    hint: 'Por ejemplo «El informe no tiene número en el SGD» o «Es una asistencia técnica, no una capacitación».',
    addLabel: 'Agregar una nota',
    most: 10,
    blank: '',
    values: content.notes,
    make: note,
    onchange,
  });
  const factors = repeated({
    label: 'Problemas, acciones de mejora y logros',
    hint: 'Lo que informó la unidad ya sale en el informe: agregue lo que observa la Secretaría Técnica.',
    addLabel: 'Agregar un problema, una acción o un logro',
    most: 10,
    blank: { kind: 'problem', text: '' },
    values: content.factors,
    make: factor,
    onchange,
  });

  function note(value, number) {
    const { element, control } = area(`Nota ${number}`, '', value, onchange, 2);
    return { element, control, read: () => control.value.trim(), isEmpty: () => !control.value.trim(), name: named('la nota', element, control, 'Nota') };
  }

  function factor(value, number) {
    const kind = el('select', { id: newId('kind'), onchange }, ...Object.entries(factorKinds).map(([key, label]) => el('option', { value: key }, label)));
    kind.value = value.kind;
    const { element, control } = area(`Texto ${number}`, '', value.text, onchange, 2);
    return {
      element: el('div', {}, field('Qué es', '', kind), element),
      control,
      read: () => ({ kind: kind.value, text: control.value.trim() }),
      isEmpty: () => !control.value.trim(),
      name: named('el texto', element, control, 'Texto'),
    };
  }

  // The narrative stays as it is: this is a text of its own.
  async function start(narrative) {
    const isOther = text.control.value.trim() && text.control.value.trim() !== narrative;
    const sure = isOther
      ? await ask(
          dialog('¿Reemplazar lo que escribió?', [el('p', {}, 'El texto de la evaluación se reemplaza por el de la unidad. Las notas quedan.')], [
            ['replace', 'Reemplazar'],
            ['back', 'Cancelar'],
          ])
        )
      : 'replace';
    if (sure === 'replace') {
      text.control.value = narrative;
      onchange();
    }
    text.control.focus();
  }

  return {
    elements: [text.element, notes.element, factors.element],
    read: () => ({ text: text.control.value.trim(), notes: notes.read(), factors: factors.read() }),
    start,
    find: name => {
      const [, list, index] = /^(\w+)(?:\[(\d+)\])?/.exec(name ?? '') ?? [];
      return { text: () => text.control, notes: () => notes.find(Number(index ?? 0)), factors: () => factors.find(Number(index ?? 0)) }[list]?.() ?? null;
    },
  };
}

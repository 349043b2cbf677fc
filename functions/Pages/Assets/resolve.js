// A finding as the secretariat decides on it.
import { announce, el } from './dom.js';
import { put } from './api.js';
import { field, tick } from './fields.js';
import { alike, sayOfEach } from './findings.js';
import { mark, unmark } from './problems.js';
import { severities } from './states.js';

// list: the findings that it stands among; base: the address of the period; ondone: called after a decision.
export function resolvable(finding, list, base, mayDecide, ondone) {
  const [word, colour] = severities[finding.severity];
  return el(
    'li',
    { class: `box ${finding.resolution?.decision === 'dismiss' ? '' : colour} finding` },
    el('p', {}, el('strong', {}, finding.title), ' ', el('span', { class: `state ${colour}` }, word)),
    el('p', {}, finding.detail),
    finding.explanation ? el('p', { class: 'said' }, el('strong', {}, 'La unidad explica: '), finding.explanation.text) : null,
    finding.resolution
      ? el('p', {}, el('strong', {}, finding.resolution.decision === 'dismiss' ? 'Descartada. ' : 'Confirmada. '), finding.resolution.note)
      : null,
    mayDecide ? controls(finding, alike(finding, list), base, ondone) : null
  );
}

function controls(finding, others, base, ondone) {
  const text = el('textarea', { rows: 2 });
  const buttons = (finding.resolution
    ? [['reopen', 'Volver a abrir', 'La observación está abierta otra vez.']]
    : [
        ['dismiss', 'Descartar', 'La observación se descartó.'],
        ['confirm', 'Confirmar', 'La observación se confirmó.'],
      ]
  ).map(([decision, label, said], index) =>
    el('button', { type: 'button', class: index ? 'second small' : 'small', onclick: () => void resolve(decision, said) }, label)
  );

  const open = finding.resolution ? [] : others.filter(one => !one.resolution);
  const all = open.length > 0 ? tick('Decidir lo mismo de las otras observaciones sobre este documento') : null;

  async function resolve(decision, said) {
    unmark(text);
    for (const button of buttons) {
      button.disabled = true;
    }
    try {
      const meant = all?.control.checked ? [...open, finding] : [finding];
      const trouble = await sayOfEach(meant, one => put(`${base}/findings/${one.id}/resolution`, { decision, note: text.value }));
      if (trouble) {
        mark(text, trouble);
        text.focus();
        return;
      }
      await ondone();
      announce(meant.length > 1 ? `Se decidió lo mismo de ${meant.length} observaciones.` : said);
    } catch (error) {
      mark(text, error.detail ?? 'Se guardó, pero no hay conexión. Recargue la página para verlo.');
      text.focus();
    } finally {
      for (const button of buttons) {
        button.disabled = false;
      }
    }
  }

  return el(
    'details',
    {},
    el('summary', {}, finding.resolution ? 'Cambiar la decisión' : 'Decidir sobre esta observación', el('span', { class: 'unseen' }, `: ${finding.title}`)),
    field('Motivo', finding.resolution ? 'Al menos 10 letras.' : 'Al menos 10 letras para descartarla; para confirmarla puede quedar vacío.', text),
    all?.element,
    el('p', { class: 'buttons' }, ...buttons)
  );
}

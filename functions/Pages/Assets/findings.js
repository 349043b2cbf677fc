// What was found about a claim or a file, and what the unit says of it.
import { announce, el } from './dom.js';
import { field, tick } from './fields.js';
import { put } from './api.js';
import { mark, unmark } from './problems.js';
import { severities } from './states.js';

// Items are rebuilt only when their data changes, so that text typed in one is not lost.
export function keyed(list, items, keyOf, render) {
  const known = (list.known ??= new Map());
  const next = items.map(item => {
    const key = keyOf(item);
    const data = JSON.stringify(item);
    const old = known.get(key);
    const entry = old?.data === data ? old : { data, element: render(item) };
    known.set(key, entry);
    return entry.element;
  });
  for (const key of [...known.keys()].filter(one => !items.some(item => keyOf(item) === one))) {
    known.delete(key);
  }
  if (next.length !== list.children.length || next.some((element, index) => element !== list.children[index])) {
    list.replaceChildren(...next);
  }
}

// The other findings of a list, that of the claim or of one file, that say the same of one document for other activities.
export const alike = (finding, list) =>
  finding.document === null
    ? []
    : list.filter(one => one.id !== finding.id && one.code === finding.code && one.document === finding.document);

// Says the same of each finding in turn. Returns how many were saved and the first error, or null if all were. The one
// that is open comes last: its text stays until it is saved.
export async function sayOfEach(findings, say) {
  for (const [kept, one] of findings.entries()) {
    try {
      await say(one);
    } catch (error) {
      const why = error.detail ?? 'No hay conexión: no se guardó. Vuelva a intentarlo.';
      return kept > 0 ? `Se guardó en ${kept} de ${findings.length} observaciones. En las otras, no: ${why}` : why;
    }
  }
  return null;
}

// base: the address of the period; others: gives the findings that are alike as they are then.
export function findingView(finding, base, onexplained, others) {
  const [word, colour] = severities[finding.severity];
  return el(
    'li',
    { class: `box ${colour} finding` },
    el('p', {}, el('strong', {}, finding.title), ' ', el('span', { class: `state ${colour}` }, word)),
    el('p', {}, finding.detail),
    finding.resolution
      ? el('p', { class: 'soft' }, `La Secretaría Técnica la ${finding.resolution.decision === 'dismiss' ? 'descartó' : 'confirmó'}. ${finding.resolution.note}`)
      : explanation(finding, base, onexplained, others)
  );
}

function explanation(finding, base, onexplained, others) {
  const said = finding.explanation?.text ?? '';
  const text = el('textarea', { rows: 3 });
  text.value = said;
  const button = el('button', { type: 'button', class: 'small', onclick: () => void send() }, said ? 'Cambiar la explicación' : 'Enviar la explicación');

  const open = () => others().filter(one => one.state === 'open');
  const all = open().length > 0 ? tick('Decir lo mismo en las otras observaciones sobre este documento') : null;

  async function send() {
    unmark(text);
    button.disabled = true;
    const meant = all?.control.checked ? [...open(), finding] : [finding];
    const trouble = await sayOfEach(meant, one => put(`${base}/findings/${one.id}/explanation`, { text: text.value }));
    button.disabled = false;
    if (trouble) {
      mark(text, trouble);
      text.focus();
      return;
    }
    announce(meant.length > 1 ? `La explicación se guardó en ${meant.length} observaciones.` : 'La explicación se guardó.');
    onexplained();
  }

  return el(
    'details',
    { open: !said },
    el('summary', {}, said ? `Explicada: ${said}` : 'Explicar'),
    field('Su explicación', 'Al menos 10 letras. Si hay un error, corríjalo arriba; si no lo hay, diga por qué.', text),
    all?.element,
    button
  );
}

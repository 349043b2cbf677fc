// Two people wrote the same activity: shows both, field by field, and lets one choose.
import { ask, dialog, el, newId } from './dom.js';
import { describe } from './sent.js';
import { isSent } from './states.js';

// Resolves to the content to save; null to take what the other person saved.
export async function chooseBetween(mine, theirs, base, progress, goals) {
  const [ours, other, before] = [mine, theirs, base].map(content => describe(content, goals));
  const differ = ours.filter(([, , text], index) => text !== other[index][2]);
  const rows = differ.map(([name, label, text]) => {
    const index = ours.findIndex(one => one[0] === name);
    // A field that only the other person changed defaults to the other's text.
    return row(name, label, text, other[index][2], text === before[index][2]);
  });
  const sent = isSent(progress.state);
  const box = dialog(
    sent ? 'Otra persona envió esta actividad' : 'Otra persona guardó cambios',
    [
      el(
        'p',
        {},
        sent
          ? 'Mientras usted escribía, se envió a la Secretaría Técnica. Ya no se puede cambiar, salvo que la devuelvan. Copie lo suyo si lo necesita.'
          : 'Usted y otra persona escribieron a la vez. Elija qué vale en cada campo: lo que no elija ya no quedará guardado.'
      ),
      ...rows.map(one => one.element),
    ],
    sent ? [['theirs', 'Ver lo enviado y descartar lo mío']] : [['mine', 'Guardar lo elegido'], ['theirs', 'Quedarme con todo lo de la otra persona']]
  );
  box.addEventListener('cancel', event => event.preventDefault());
  if ((await ask(box)) !== 'mine') {
    return null;
  }
  const result = structuredClone(mine);
  for (const one of rows.filter(choice => choice.isTheirs())) {
    const [field, index] = one.name.split('.');
    if (index === undefined) {
      result[field] = theirs[field];
    } else {
      result.goals[index] = theirs.goals[index];
    }
  }
  return result;
}

function row(name, label, mine, theirs, proposeTheirs) {
  const group = newId('choice');
  const option = (value, who, text, checked) =>
    el('label', { class: 'choice' }, el('input', { type: 'radio', name: group, value, checked }), el('span', {}, el('strong', {}, who), el('br'), text));
  const element = el(
    'fieldset',
    { class: 'field' },
    el('legend', {}, label),
    option('mine', 'Lo que usted escribió', mine, !proposeTheirs),
    option('theirs', 'Lo que guardó la otra persona', theirs, proposeTheirs)
  );
  return { name, element, isTheirs: () => element.querySelector(':checked').value === 'theirs' };
}

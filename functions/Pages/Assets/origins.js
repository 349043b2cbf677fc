// Where the activities of a copied plan come from: marks and texts at each of them, and those that were left out.
import { el } from './dom.js';
import { count } from './format.js';
import { nextNumber, sheets, text } from './planfields.js';

const reasons = {
  carriedOver: ['Meta que pasó a un año de este plan', 'main'],
  rescheduled: ['Reprogramada', 'warn'],
  recommended: ['Con recomendaciones', 'main'],
};

const why = {
  suspended: one => (one.mergedInto ? `Se integró en la actividad ${one.mergedInto}.` : 'Se suspendió: otra actividad la cubre.'),
  reformulated: () => 'Se reformuló: debe reescribirse para este plan.',
};

const said = texts =>
  texts.length === 0 ? '' : el('div', { class: 'box info' }, el('p', {}, el('strong', {}, 'El último informe recomienda:')), el('ul', {}, ...texts.map(one => el('li', {}, one))));

// What stands at a row: marks in its head, texts above its fields.
export function notesOf(origin, sheet, row) {
  const one = sheet === 'activities' ? origin?.activities.find(other => other.number === text(row.number)) : null;
  const goal = sheet === 'goals' ? origin?.activities.find(other => other.number === text(row.activity))?.goals.find(other => String(other.year) === text(row.year)) : null;
  return {
    marks: [...(one?.reasons ?? []), ...(goal ? [goal.reason] : [])].filter(reason => reasons[reason]).flatMap(reason => [' ', el('span', { class: `state ${reasons[reason][1]}` }, reasons[reason][0])]),
    texts: one ? [said(one.recommendations)] : [],
  };
}

// The activities that the copy left out, each with a way in. onchange() once one is in.
export function leftOut(draft, onchange) {
  const { origin } = draft.content;
  if (!origin) {
    return null;
  }
  const section = el('section', { class: 'part', 'aria-labelledby': 'fuera' });

  function include(one) {
    const { activities, goals } = origin.setAside;
    const isTaken = draft.file.activities.some(row => text(row.number) === one.number);
    const number = isTaken ? nextNumber(draft.file) : one.number;
    draft.file.activities.push({ ...activities.find(row => text(row.number) === one.number), number });
    draft.file.goals.push(...goals.filter(row => text(row.activity) === one.number).map(row => ({ ...row, activity: number })));
    origin.leftOut = origin.leftOut.filter(other => other !== one);
    // What was said of an activity that had this number is not said of this one.
    origin.activities = [...origin.activities.filter(other => other.number !== number), { ...one, number }];
    const renumbered = isTaken ? ` Ahora es la actividad ${number}, porque ya hay otra con su número.` : '';
    onchange(`La actividad ${one.number} está otra vez en el plan, con ${count(one.goals.length, 'meta', 'metas')}.${renumbered}`);
    show();
  }

  function show() {
    section.replaceChildren(
      el('h2', { id: 'fuera', tabindex: '-1' }, 'De dónde viene este plan'),
      el('p', {}, `Es una copia de ${origin.of}${origin.period ? `, con lo que dice su informe de ${origin.period}` : ', que todavía no tiene un informe'}. La base legal quedó vacía: escriba la de este plan.`),
      origin.recommendations.length > 0
        ? el('details', {}, el('summary', {}, `Recomendaciones a las unidades, sin actividad (${origin.recommendations.length})`), el('ul', {}, ...origin.recommendations.map(one => el('li', {}, `${one.unit}: ${one.text}`))))
        : '',
      el('p', {}, origin.leftOut.length === 0 ? 'Ninguna actividad quedó fuera.' : `${count(origin.leftOut.length, 'actividad quedó', 'actividades quedaron')} fuera:`),
      el(
        'ul',
        { class: 'works' },
        ...origin.leftOut.map(one =>
          el(
            'li',
            { class: 'work' },
            el('p', {}, el('strong', {}, sheets.activities.label(one))),
            el('p', {}, why[one.reasons[0]](one)),
            said(one.recommendations),
            el('p', { class: 'buttons' }, el('button', { type: 'button', class: 'second small', onclick: () => include(one) }, 'Incluir', el('span', { class: 'unseen' }, ` la actividad ${one.number}`)))
          )
        )
      )
    );
  }

  show();
  return section;
}

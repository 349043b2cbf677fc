// Which evaluations the report lacks, and which the unit has overtaken.
import { el } from './dom.js';
import { get } from './api.js';
import { count } from './format.js';
import { addressOf, table } from './desk.js';
import { byWhom } from './edits.js';
import { part } from './part.js';
import { state } from './states.js';

export function evaluations(overview) {
  const load = () => get(`/api/plans/${overview.plan}/periods/${overview.period.id}/evaluations`);

  function show(all) {
    const missing = all.filter(one => one.isMissing);
    const outdated = all.filter(one => one.isOutdated);
    const written = all.filter(one => one.evaluation && !one.isOutdated);
    const nothing = all.filter(one => !one.evaluation && !one.isMissing);
    return [
      el(
        'p',
        { class: `box ${missing.length + outdated.length > 0 ? 'warn' : 'good'}` },
        missing.length + outdated.length > 0
          ? `Faltan ${missing.length}; por revisar, ${outdated.length}; escritas, ${written.length}.`
          : `No falta ninguna: ${count(written.length, 'está escrita', 'están escritas')}.`
      ),
      missing.length + outdated.length > 0 ? list('Evaluaciones que faltan o que la unidad dejó atrás', [...missing, ...outdated]) : '',
      written.length > 0 ? folded(`Escritas (${written.length})`, list('Evaluaciones escritas', written)) : '',
      nothing.length > 0 ? folded(`Sin nada enviado (${nothing.length})`, list('Actividades de las que no se ha enviado nada', nothing)) : '',
    ];
  }

  const list = (caption, some) =>
    table(
      caption,
      ['Actividad', 'Unidad', 'Avance', 'Evaluación'],
      some.map(one => [
        el('a', { href: `${addressOf('/revision', { actividad: one.activity })}#evaluation` }, `${one.activity}. ${one.title}`),
        one.unit,
        state(one.state),
        one.isMissing
          ? el('span', { class: 'state bad' }, 'Falta')
          : one.isOutdated
            ? [el('span', { class: 'state warn' }, 'La unidad envió otra vez'), el('p', { class: 'soft' }, byWhom(one.evaluation, overview))]
            : one.evaluation
              ? byWhom(one.evaluation, overview)
              : 'Todavía no hace falta',
      ])
    );

  return part('evaluaciones', 'Evaluaciones', load, show);
}

const folded = (title, content) => el('details', {}, el('summary', {}, title), content);

// A claim as the secretariat reviews it: what was said, the evidence with what was read of it, findings, the decision.
import { $, announce, ask, dialog, el } from './dom.js';
import { get, getVersioned, post } from './api.js';
import { bytes, count, moment, semester } from './format.js';
import { addressOf, atPlan } from './desk.js';
import { contentOf } from './drafts.js';
import { evaluationPanel, loadEvaluation } from './evaluation.js';
import { factsOf, stateOf } from './facts.js';
import { field } from './fields.js';
import { kept } from './filters.js';
import { asked } from './goals.js';
import { failure, mark, unmark } from './problems.js';
import { resolvable } from './resolve.js';
import { sentView } from './sent.js';
import { isSent, state } from './states.js';

export async function loadClaim(overview, number) {
  const activity = overview.activities.find(one => one.number === number);
  if (!activity) {
    return { number };
  }
  const base = `/api/plans/${overview.plan}/periods/${overview.period.id}`;
  const path = `${base}/activities/${number}`;
  const [unit, progress, versions, evidence, findings, evaluation] = await Promise.all([
    get(`${base}/units/${encodeURIComponent(activity.unit)}/work`),
    getVersioned(`${path}/progress`),
    get(`${path}/progress/versions`),
    get(`${path}/evidence`),
    get(`${path}/findings`),
    loadEvaluation(path),
  ]);
  const work = unit.activities.find(one => one.activity.number === number);
  return { number, activity, base, path, work, unit, progress: progress.body, version: progress.version, versions, evidence, findings, evaluation };
}

export function showClaim(place, overview, claim, reload) {
  const back = el('p', {}, el('a', { href: addressOf('/revision', kept()) }, 'Volver a la lista'));
  if (!claim.work) {
    place.append(back, el('p', { class: 'box warn' }, 'Esta actividad no tiene meta en el año del periodo.'));
    return;
  }
  const { activity, work, progress, findings } = claim;
  $('#title').textContent = `${activity.number}. ${activity.title}`;
  document.title = `Revisión de la actividad ${activity.number} · Avance`;
  const mayDecide = overview.role === 'secretariat';
  const own = findings.filter(finding => !finding.file);
  place.append(
    back,
    el('p', {}, state(progress.state), ` ${claim.unit.unit.name} · ${semester(overview.period.id)}`, progress.late ? ' · Fuera de plazo' : ''),
    activity.notExaminedSince
      ? el(
          'p',
          { class: 'box warn' },
          el('strong', {}, `No se pudo examinar: ${moment(activity.notExaminedSince)}. `),
          'Avance lo vuelve a intentar cada pocos minutos. Mientras tanto, revise usted lo enviado y sus archivos; si mañana sigue así, avise a quien administra Avance.'
        )
      : '',
    activity.doubts > 0
      ? el('p', { class: 'box warn' }, `${count(activity.doubts, 'observación', 'observaciones')} sin descartar${activity.serious > 0 ? `, ${count(activity.serious, 'grave', 'graves')}` : ''}.`)
      : activity.examined
        ? el('p', { class: 'box good' }, 'Nada que observar.')
        : isSent(progress.state) && !activity.notExaminedSince
          ? el('p', { class: 'box info' }, 'Se está examinando lo enviado: recargue en unos segundos.')
          : '',
    el(
      'div',
      { class: 'claim' },
      el(
        'div',
        {},
        el('h2', {}, 'Qué se pide'),
        asked(work),
        el('h2', {}, isSent(progress.state) ? 'Lo que se envió' : 'Lo que hay guardado'),
        progress.state ? sentView(contentOf(progress, work.goals), work.goals) : el('p', {}, 'La unidad no ha guardado nada.'),
        own.length > 0 ? el('h2', {}, 'Observaciones sobre lo informado') : '',
        el('ul', { class: 'plain' }, ...own.map(finding => resolvable(finding, own, claim.base, mayDecide, reload)))
      ),
      el('div', {}, el('h2', {}, 'Evidencia'), evidence(claim, mayDecide, reload), el('h2', {}, 'Historia'), history(claim, overview))
    ),
    evaluationPanel(overview, claim),
    mayDecide && (isSent(progress.state) || progress.state === 'returned') ? decision(overview, claim, reload) : ''
  );
}

function evidence({ evidence: files, path, base, progress }, mayDecide, reload) {
  if (files.length === 0) {
    return el('p', { class: 'box warn' }, 'No hay archivos.');
  }
  const listed = new Set(progress.evidence.map(file => file.id));
  return el(
    'ul',
    { class: 'files' },
    ...files.map(file => {
      const facts = file.documents.flatMap(factsOf);
      return el(
        'li',
        { class: 'file' },
        el('p', {}, el('a', { href: `${path}/evidence/${file.id}/content`, download: file.name }, file.name), el('span', { class: 'soft' }, ` · ${bytes(file.size)}`)),
        el('p', { class: 'soft' }, stateOf(file), isSent(progress.state) && !listed.has(file.id) ? ' No está entre los archivos que se enviaron.' : ''),
        facts.length > 0 ? el('ul', { class: 'facts-read' }, ...facts.map(text => el('li', {}, text))) : null,
        el('ul', { class: 'plain' }, ...file.findings.map(finding => resolvable(finding, file.findings, base, mayDecide, reload)))
      );
    })
  );
}

const steps = { submitted: 'Envió', returned: 'Devuelta', resubmitted: 'Envió otra vez', accepted: 'Aceptada' };

// A decision repeats what was sent.
const isNew = state => ['submitted', 'resubmitted'].includes(state);

const history = ({ versions }, { period }) =>
  versions.length === 0
    ? el('p', {}, 'Todavía no se ha enviado nada.')
    : el(
        'ol',
        {},
        ...versions.map(version =>
          el(
            'li',
            {},
            `${steps[version.state]}, ${moment(atPlan(version.at, period.opens))}`,
            isNew(version.state) && version.content.source ? el('p', { class: 'said soft' }, `Fuente: ${version.content.source}`) : null,
            version.state === 'returned' && version.observation ? el('p', { class: 'said soft' }, version.observation) : null
          )
        )
      );

function decision(overview, claim, reload) {
  const { activity, progress } = claim;
  const title = el('h2', { id: 'decide' }, 'Decidir');
  if (progress.state === 'returned') {
    return el('section', { class: 'send', 'aria-labelledby': 'decide' }, title, el('p', { class: 'box info said' }, `Devuelta a la unidad: ${progress.observation}`), next(overview, activity));
  }
  const accepted = progress.state === 'accepted';
  const trouble = el('div', {});
  const text = el('textarea', { id: 'observation', rows: 4 });
  const accept = el('button', { type: 'button', onclick: () => void decide('accept') }, 'Aceptar');
  const back = el('button', { type: 'button', class: 'second', onclick: () => void decide('return') }, 'Devolver con la observación');
  // The same decision keeps its id until it is answered: sent twice, it is taken once.
  let pending = null;

  async function decide(what) {
    unmark(text);
    trouble.replaceChildren();
    if (what === 'accept' && activity.doubts > 0 && (await sure(activity)) !== 'accept') {
      accept.focus();
      return;
    }
    const content = { decision: what, observation: what === 'return' ? text.value : '' };
    if (JSON.stringify(pending?.content) !== JSON.stringify(content)) {
      pending = { id: crypto.randomUUID(), content };
    }
    accept.disabled = back.disabled = true;
    try {
      await post(`${claim.path}/progress/review`, { reviewId: pending.id, ...content }, claim.version);
      await reload();
      announce(what === 'accept' ? 'La actividad quedó aceptada.' : 'La actividad se devolvió a la unidad.');
      $('#decide')?.scrollIntoView({ block: 'nearest' });
    } catch (error) {
      if (error.status === 422) {
        mark(text, error.detail);
        text.focus();
      } else if (error.status === 412) {
        trouble.replaceChildren(el('p', { class: 'box warn', role: 'alert' }, 'Alguien cambió esta actividad mientras la revisaba. ', el('button', { type: 'button', onclick: () => location.reload() }, 'Ver cómo está')));
      } else {
        trouble.replaceChildren(failure(error));
      }
    } finally {
      accept.disabled = back.disabled = false;
    }
  }

  return el(
    'section',
    { class: 'send', 'aria-labelledby': 'decide' },
    title,
    trouble,
    accepted ? el('p', { class: 'box good' }, 'Está aceptada. Si fue un error, devuélvala con una observación.') : null,
    field('Observación para la unidad', 'Qué debe corregir, con al menos 10 letras. Solo hace falta para devolver.', text),
    el('p', { class: 'buttons' }, accepted ? null : accept, back),
    accepted ? next(overview, activity) : null
  );
}

const sure = activity =>
  ask(
    dialog(
      '¿Aceptar con observaciones pendientes?',
      [el('p', {}, `Hay ${count(activity.doubts, 'observación', 'observaciones')} sin descartar. La cifra contará en los informes.`)],
      [
        ['accept', 'Aceptar de todos modos'],
        ['back', 'Seguir revisando'],
      ]
    )
  );

function next({ activities }, { number }) {
  const waiting = activities.filter(one => one.status === 'active' && ['submitted', 'resubmitted'].includes(one.state) && one.number !== number);
  const following = waiting.find(one => Number(one.number) > Number(number)) ?? waiting[0];
  return el(
    'p',
    {},
    following
      ? el('a', { class: 'button', href: addressOf('/revision', { actividad: following.number }) }, `Siguiente por revisar: actividad ${following.number}`)
      : 'No queda nada por revisar.'
  );
}

// The receipt of what was sent: a page to keep or print.
import { $, el } from './dom.js';
import { get } from './api.js';
import { begin, identify } from './page.js';
import { bytes, figure, moment, semester } from './format.js';
import { outcomesOf } from './states.js';

const number = location.pathname.split('/')[2];

const load = who => get(`/api/plans/${who.plan}/periods/${who.period}/activities/${number}/receipt`);

function show(receipt) {
  identify(receipt.unit?.code, receipt.body);
  document.title = `Constancia ${receipt.number} · Avance`;
  $('#page').append(
    el(
      'div',
      { class: 'box good' },
      el('p', {}, el('strong', {}, `Se recibió ${receipt.again ? 'otra vez ' : ''}el avance ${receipt.indicator ? `del indicador ${receipt.indicator}` : `de la actividad ${receipt.activity?.number ?? number}`}.`)),
      receipt.late ? el('p', {}, 'Se recibió fuera de plazo.') : null
    ),
    facts(receipt),
    el('h2', {}, 'Lo informado'),
    el('ul', {}, ...receipt.goals.map(goal => el('li', {}, ...said(receipt, goal))), receipt.source ? el('li', {}, `Fuente: ${receipt.source}`) : null),
    el('h2', {}, 'Archivos recibidos'),
    receipt.evidence.length === 0
      ? el('p', {}, 'Se envió sin archivos.')
      : el('ul', { class: 'hashes' }, ...receipt.evidence.map(file)),
    el('p', { class: 'soft' }, 'La huella SHA-256 identifica el contenido exacto de cada archivo: si el archivo cambia, su huella cambia.'),
    el(
      'p',
      { class: 'buttons' },
      el('button', { type: 'button', onclick: () => print() }, 'Imprimir o guardar en PDF'),
      el('a', { class: 'button second', href: '/inicio' }, 'Volver a sus actividades')
    )
  );
}

const said = ({ indicator, isDelivery, activity }, goal) => {
  const isReported = goal.outcome === 'reported';
  const words = outcomesOf({ indicator, isDelivery })[goal.outcome];
  return [
    isDelivery ? 'Entrega: ' : `${indicator ? 'Valor obtenido' : 'Meta'} de ${goal.year}: `,
    isReported && !isDelivery ? `${figure(goal.executed)} (${activity?.unitOfMeasure ?? ''})` : `${words}. ${goal.reason ?? ''}`.trim(),
  ];
};

const facts = receipt =>
  el(
    'dl',
    { class: 'facts' },
    ...[
      ['Número', receipt.number],
      ['Fecha y hora', moment(receipt.at)],
      ['Plan', receipt.plan],
      ['Unidad', receipt.unit ? `${receipt.unit.name} (${receipt.unit.code})` : '—'],
      ['Actividad', receipt.activity ? `${receipt.activity.number}. ${receipt.activity.title}` : number],
      ['Periodo', semester(receipt.period)],
    ].flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])
  );

const file = ({ name, size, sha256 }) =>
  el('li', {}, el('strong', {}, name), ` (${bytes(size)})`, el('br'), el('span', { class: 'soft' }, 'SHA-256: '), el('code', {}, sha256));

void begin(load, show);

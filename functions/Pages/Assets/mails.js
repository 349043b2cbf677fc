// What was sent to whom, and what became of it.
import { el } from './dom.js';
import { count, moment } from './format.js';
import { atPlan, setParams, table } from './desk.js';
import { choice, labelled } from './filters.js';
import { stageName } from './stages.js';

// [word, colour, value of the filter]
const fates = {
  pending: ['En espera', '', 'en-camino'],
  claimed: ['Enviándose', 'main', 'en-camino'],
  accepted: ['Enviado', 'main', 'en-camino'],
  delivered: ['Entregado', 'good', 'entregado'],
  unknown: ['No se sabe si salió', 'warn', 'no-se-sabe'],
  bounced: ['Devuelto por el servidor', 'bad', 'no-llego'],
  complained: ['Marcado como no deseado', 'bad', 'no-llego'],
  rejected: ['Rechazado', 'bad', 'no-llego'],
  cancelled: ['Cancelado: ya no se debía', '', 'cancelado'],
};

const groups = [
  ['entregado', 'Entregados'],
  ['en-camino', 'En camino'],
  ['no-llego', 'No llegaron'],
  ['no-se-sabe', 'No se sabe'],
  ['cancelado', 'Cancelados'],
];

const roles = { liaison: 'Enlace', head: 'Jefatura', secretariat: 'Secretaría Técnica' };

// again(mail) sends one once more.
export function mailList(overview, again) {
  const unit = choice('unidad', [['', 'Todas'], ...overview.units.map(one => [one.code, `${one.code} · ${one.name}`])]);
  const fate = choice('estado', [['', 'Todos'], ...groups]);
  const found = el('p', { class: 'soft', role: 'status' });
  const list = el('div', {});
  const filters = el('search', { class: 'filters', 'aria-label': 'Filtrar correos' }, labelled('Unidad', unit), labelled('Qué fue de él', fate));
  let mails = [];

  function apply() {
    setParams({ unidad: unit.value, estado: fate.value });
    const left = mails.filter(mail => (!unit.value || mail.unit === unit.value) && (!fate.value || fates[mail.state][2] === fate.value));
    found.textContent = summary(left);
    list.replaceChildren(
      mails.length === 0
        ? el('p', { class: 'box info' }, 'Todavía no se ha enviado ningún correo de este periodo.')
        : left.length === 0
          ? el('p', { class: 'box info' }, 'Ningún correo cumple con los filtros.')
          : tableOf(left, overview, again)
    );
  }

  for (const control of [unit, fate]) {
    control.addEventListener('input', apply);
  }

  return {
    element: el('div', {}, filters, found, list),
    show: all => {
      mails = all;
      filters.hidden = found.hidden = mails.length === 0;
      apply();
    },
  };
}

export function summary(mails) {
  const parts = groups
    .map(([value, label]) => [mails.filter(mail => fates[mail.state][2] === value).length, label.toLowerCase()])
    .filter(([number]) => number > 0)
    .map(([number, label]) => `${label}, ${number}`);
  return `${count(mails.length, 'correo', 'correos')}${parts.length > 0 ? `: ${parts.join('; ')}` : ''}.`;
}

const tableOf = (mails, overview, again) =>
  table(
    'Correos, el más reciente primero',
    ['Para', 'Unidad', 'Correo', 'Qué fue de él', 'Desde', 'Hacer'],
    mails.map(mail => [
      [mail.name, el('p', { class: 'soft' }, `${mail.to} (${roles[mail.role]})`)],
      mail.unit ?? '—',
      titleOf(mail),
      fateOf(mail),
      moment(atPlan(mail.at, overview.period.opens)),
      ['unknown', 'bounced', 'rejected'].includes(mail.state)
        ? el('button', { type: 'button', class: 'second small', onclick: () => void again(mail) }, 'Enviar otra vez', el('span', { class: 'unseen' }, ` el correo a ${mail.to}, ${titleOf(mail)}`))
        : '—',
    ])
  );

const titleOf = mail => (mail.activity ? `Constancia de la actividad ${mail.activity}` : stageName(mail.stage));

export function fateOf(mail) {
  const [word, colour, group] = fates[mail.state];
  return [el('span', { class: `state ${colour}` }, word), group === 'no-llego' && mail.reason ? el('p', { class: 'soft' }, mail.reason) : null];
}

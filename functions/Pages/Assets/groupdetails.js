// The registry of a working group, to read.
import { el } from './dom.js';
import { day } from './format.js';
import { table } from './desk.js';

const named = (...parts) => parts.filter(Boolean).join(', ');

export function groupDetails({ group, quorum }) {
  const basis = group.legalBasis;
  const rows = [
    ['Siglas', group.id],
    ['Nombre', group.name],
    ['Entidad', group.body],
    ['Base legal', basis.date ? `${basis.norm}, del ${day(basis.date)}` : basis.norm],
    ['Presidencia', named(group.chair.organisation, group.chair.person, group.chair.address)],
    ['Secretaría Técnica', named(group.secretariat.organisation, group.secretariat.person, group.secretariat.address)],
    ['Quórum', `${quorum.isExceeded ? 'Más del' : 'Al menos el'} ${quorum.percent} % de los integrantes con voto`],
  ];
  return el(
    'div',
    {},
    el('dl', { class: 'details' }, ...rows.flatMap(([term, text]) => [el('dt', {}, term), el('dd', {}, text)])),
    group.functions.length > 0 ? [el('h3', {}, 'Funciones'), el('ul', {}, ...group.functions.map(text => el('li', {}, text)))] : null,
    el('h3', {}, 'Integrantes'),
    members(group.members),
    group.invited.length > 0
      ? [el('h3', {}, 'Invitados'), el('ul', {}, ...group.invited.map(one => el('li', {}, named(one.organisation, one.person, one.address))))]
      : null
  );
}

const members = all =>
  all.length === 0
    ? el('p', {}, 'Todavía no hay ninguno.')
    : table(
        'Integrantes del grupo',
        ['Representa a', 'Titular', 'Alterno', 'En funciones'],
        all.map(one => [
          [one.organisation, one.hasNoVote ? el('p', { class: 'soft' }, 'Sin voto') : null],
          named(one.person, one.address) || '—',
          named(one.alternate, one.alternateAddress) || '—',
          office(one),
        ])
      );

const office = ({ from, to }) => named(from ? `desde el ${day(from)}` : '', to ? `hasta el ${day(to)}` : '') || 'Sí';

// Who came to a session: a choice for each member in office, with the quorum as it stands.
import { el, fill, newId } from './dom.js';
import { table } from './desk.js';
import { tick } from './fields.js';

const states = {
  present: 'Presente',
  alternatePresent: 'Presente, por el alterno',
  excused: 'Ausente con justificación',
  absent: 'Ausente',
};

const inOffice = (member, date) => !(member.from && member.from > date) && !(member.to && member.to < date);
const isPresent = state => state === 'present' || state === 'alternatePresent';

// The share of voting members that is needed; the server counts it again.
function neededOf({ percent, isExceeded }, voting) {
  const needed = isExceeded ? Math.floor((voting * percent) / 100) + 1 : Math.ceil((voting * percent) / 100);
  return Math.max(1, Math.min(needed, Math.max(1, voting)));
}

export function attendanceField({ group, quorum }, session) {
  const known = new Map(session.attendance.map(one => [one.member, one.state]));
  const list = el('div', { class: 'attendance' });
  const count = el('p', { role: 'status' });
  // One that came stays, also when the group no longer invites it.
  const guests = [...new Set([...group.invited.map(one => one.organisation), ...session.invitedPresent])].map(name => {
    const box = tick(name);
    box.control.checked = session.invitedPresent.includes(name);
    return { ...box, name };
  });
  let members = [];

  function show(date) {
    members = group.members.filter(member => inOffice(member, date || '9999') || known.get(member.id));
    list.replaceChildren(...members.map(row));
    tell();
  }

  function row(member) {
    const id = newId('attendance');
    const select = el(
      'select',
      {
        id,
        onchange: () => {
          known.set(member.id, select.value);
          tell();
        },
      },
      el('option', { value: '' }, 'Sin registrar'),
      ...Object.entries(states).map(([value, label]) => el('option', { value, selected: known.get(member.id) === value }, label))
    );
    return el('div', { class: 'field' }, el('label', { for: id }, member.person ? `${member.organisation}: ${member.person}` : member.organisation), select);
  }

  function tell() {
    const voting = members.filter(member => !member.hasNoVote);
    const present = voting.filter(member => isPresent(known.get(member.id))).length;
    const needed = neededOf(quorum, voting.length);
    const reached = voting.length > 0 && present >= needed;
    fill(
      count,
      el('span', { class: `state ${reached ? 'good' : 'warn'}` }, reached ? 'Hay quórum' : 'Todavía no hay quórum'),
      ` Presentes: ${present} de ${voting.length} con voto. Se necesitan ${needed}.`
    );
  }

  return {
    element: el(
      'fieldset',
      { class: 'field' },
      el('legend', {}, 'Asistencia'),
      count,
      list,
      guests.length > 0 ? el('p', {}, 'Invitados que asistieron') : null,
      ...guests.map(guest => guest.element)
    ),
    show,
    read: () => ({
      attendance: members.filter(member => known.get(member.id)).map(member => ({ member: member.id, state: known.get(member.id) })),
      invitedPresent: guests.filter(guest => guest.control.checked).map(guest => guest.name),
    }),
    find: index => list.querySelectorAll('select')[index] ?? null,
  };
}

export const attendanceTable = ({ group }, session) =>
  table(
    'Asistencia de los integrantes',
    ['Integrante', 'Asistencia'],
    group.members
      .filter(member => inOffice(member, session.startsAt.slice(0, 10)) || session.attendance.some(one => one.member === member.id))
      .map(member => [member.organisation, states[session.attendance.find(one => one.member === member.id)?.state] ?? 'Sin registrar'])
  );

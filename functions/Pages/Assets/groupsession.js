// A session of a working group: planning it, calling people, what was agreed, its minutes.
import { ask, dialog, el } from './dom.js';
import { post, put } from './api.js';
import { count, day } from './format.js';
import { table } from './desk.js';
import { field, lines, tick } from './fields.js';
import { clear, failure, show as showErrors } from './problems.js';
import { agreementState, agreementsOf, responsibleName } from './agreements.js';
import { attendanceField, attendanceTable } from './attendance.js';
import { agreementField } from './agreementfield.js';
import { callMails } from './callmails.js';

export const sessionStates = {
  planned: ['Por convocar', 'main'],
  called: ['Convocada', 'main'],
  held: ['Realizada', 'good'],
  cancelled: ['Cancelada', ''],
};

const blank = { startsAt: '', minutes: 60, place: '', link: '', agenda: [], attendance: [], invitedPresent: [], agreements: [], state: 'planned', version: 0 };

// id: of the session, or 'nueva'. path: of the group. open(id, text) shows a session, or the group for null.
export function sessionPanel(overview, group, id, path, open) {
  const view = group.sessions.find(one => one.session.id === id);
  if (!view && id !== 'nueva') {
    return el('p', { class: 'box warn' }, `El grupo no tiene la sesión «${id}».`);
  }
  const session = view?.session ?? blank;
  const mayWrite = group.mayManage && session.state !== 'cancelled';
  return el(
    'div',
    {},
    el('h2', {}, !view ? 'Nueva sesión' : session.state === 'held' ? view.minutes : `Sesión ${session.id}`),
    view ? heading(view, path) : null,
    view && group.mayManage ? actions(view, path, open) : null,
    session.call && ['secretariat', 'nationalSecretariat'].includes(overview.role) ? callMails(overview, session, path) : null,
    mayWrite ? form(overview, group, session, path, open) : details(group, view)
  );
}

const heading = ({ session, quorum, changedSinceCall }, path) =>
  el(
    'div',
    {},
    el('p', {}, el('span', { class: `state ${sessionStates[session.state][1]}` }, sessionStates[session.state][0])),
    changedSinceCall ? el('p', { class: 'box warn' }, 'La sesión cambió después de convocar. Vuelva a convocar para que todos reciban el cambio.') : null,
    session.state === 'held'
      ? [
          el('p', {}, `Asistieron ${quorum.present} de ${quorum.voting} integrantes con voto; se necesitan ${quorum.needed}. `, el('strong', {}, quorum.isReached ? 'Hay quórum.' : 'No hay quórum.')),
          el('p', {}, el('a', { href: `${path}/sessions/${session.id}/minutes`, download: '' }, 'Descargar el acta en Word')),
        ]
      : null
  );

function actions({ session, changedSinceCall }, path, open) {
  if (session.state === 'held' || session.state === 'cancelled') {
    return '';
  }
  const trouble = el('div', {});
  const isCalled = session.state === 'called';

  async function tell(title, text, button, address, done) {
    const sure = await ask(dialog(title, el('p', {}, text), [['yes', button], ['back', 'Volver']]));
    if (sure !== 'yes') {
      return;
    }
    trouble.replaceChildren();
    try {
      const { body } = await post(`${path}/sessions/${session.id}/${address}`, {}, session.version);
      await open(session.id, done(body.recipients));
    } catch (error) {
      const fields = error.errors ?? [];
      trouble.replaceChildren(fields.length > 1 ? el('div', { class: 'box bad', role: 'alert' }, el('ul', {}, ...fields.map(one => el('li', {}, one.detail)))) : failure(error));
    }
  }

  const call = () =>
    tell(
      isCalled ? '¿Volver a convocar?' : '¿Convocar a la sesión?',
      'Cada integrante y alterno en funciones, la presidencia, la Secretaría Técnica y los invitados reciben un correo con la agenda y la cita para su calendario. Se envía lo que está guardado.',
      'Convocar',
      'call',
      people => `La convocatoria sale en unos minutos a ${count(people, 'dirección', 'direcciones')}.`
    );
  const cancel = () =>
    tell(
      '¿Cancelar la sesión?',
      isCalled ? 'No se puede deshacer. Quienes fueron convocados reciben un correo que quita la cita de su calendario.' : 'No se puede deshacer.',
      'Cancelar la sesión',
      'cancellation',
      people => (people > 0 ? `La sesión quedó cancelada. El aviso sale en unos minutos a ${count(people, 'dirección', 'direcciones')}.` : 'La sesión quedó cancelada.')
    );
  return el(
    'div',
    {},
    trouble,
    el(
      'p',
      { class: 'buttons' },
      !isCalled || changedSinceCall ? el('button', { type: 'button', onclick: () => void call() }, isCalled ? 'Volver a convocar' : 'Convocar') : null,
      el('button', { type: 'button', class: 'second', onclick: () => void cancel() }, 'Cancelar la sesión')
    )
  );
}

function form(overview, group, session, path, open) {
  const isNew = session.version === 0;
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const trouble = el('div', {});
  const input = (value, type = 'text') => Object.assign(el('input', { type, autocomplete: 'off' }), { value });
  const controls = {
    number: input('', 'number'),
    startsAt: input(session.startsAt.slice(0, 16), 'datetime-local'),
    minutes: input(session.minutes, 'number'),
    place: input(session.place),
    link: input(session.link, 'url'),
  };
  const agenda = lines('Agenda', 'Un punto en cada línea.', 'Agregar otro punto', 'Punto', session.agenda, () => '', () => {});
  const held = tick('La sesión ya se realizó: registrar asistencia y acuerdos');
  held.control.checked = session.state === 'held';
  const attendance = attendanceField(group, session);
  const agreements = agreementField(overview, session);
  const record = el('div', { hidden: !held.control.checked }, attendance.element, agreements.element);
  held.control.addEventListener('change', () => (record.hidden = !held.control.checked));
  const follow = () => {
    attendance.show(controls.startsAt.value.slice(0, 10));
    if (isNew && !controls.number.dataset.own) {
      controls.number.value = nextNumber(group.sessions, controls.startsAt.value.slice(0, 4));
    }
  };
  controls.startsAt.addEventListener('change', follow);
  controls.number.addEventListener('input', () => (controls.number.dataset.own = 'true'));
  follow();

  function find(name) {
    const [, list, index, rest = ''] = /^(\w+)(?:\[(\d+)\])?\.?(.*)$/.exec(name ?? '') ?? [];
    return (
      controls[name] ??
      { agenda, attendance, agreements }[list]?.find(Number(index ?? 0), rest) ??
      (name === 'isHeld' ? held.control : null)
    );
  }

  const read = () => ({
    startsAt: controls.startsAt.value,
    minutes: Number(controls.minutes.value),
    place: controls.place.value.trim(),
    link: controls.link.value.trim(),
    agenda: agenda.read().map(one => one.trim()).filter(Boolean),
    isHeld: held.control.checked,
    ...(held.control.checked ? { ...attendance.read(), agreements: agreements.read() } : {}),
  });

  async function send(event) {
    event.preventDefault();
    clear(summary);
    trouble.replaceChildren();
    const number = Number(controls.number.value);
    const missing = [
      ...(controls.startsAt.value ? [] : [{ field: 'startsAt', detail: 'Indique la fecha y la hora.' }]),
      ...(!isNew || (Number.isInteger(number) && number >= 1 && number <= 999) ? [] : [{ field: 'number', detail: 'Escriba un número de 1 a 999.' }]),
    ];
    if (missing.length > 0) {
      showErrors(missing, summary, find);
      return;
    }
    const id = isNew ? `${controls.startsAt.value.slice(0, 4)}-${controls.number.value.padStart(3, '0')}` : session.id;
    save.disabled = true;
    try {
      await put(`${path}/sessions/${id}`, read(), session.version);
      await open(id, 'La sesión quedó guardada.');
    } catch (error) {
      if (error.status === 422 || error.status === 400) {
        showErrors(error.errors, summary, find);
      } else if (error.status === 412 && isNew) {
        showErrors([{ field: 'number', detail: `Ya hay una sesión ${id}. Elija otro número.` }], summary, find);
      } else {
        trouble.replaceChildren(failure(error));
      }
    } finally {
      save.disabled = false;
    }
  }

  const save = el('button', {}, 'Guardar la sesión');
  return el(
    'form',
    { class: 'amendment', novalidate: true, onsubmit: event => void send(event) },
    summary,
    field('Fecha y hora', 'Hora del Perú.', controls.startsAt),
    isNew ? field('Número en el año', 'El acta lleva este número.', controls.number) : null,
    field('Duración en minutos', null, controls.minutes),
    field('Lugar', null, controls.place),
    field('Enlace para asistir a distancia', 'Puede quedar vacío si hay un lugar.', controls.link),
    agenda.element,
    held.element,
    record,
    trouble,
    el('p', { class: 'buttons' }, save)
  );
}

const nextNumber = (sessions, year) =>
  String(Math.max(0, ...sessions.filter(({ session }) => session.id.startsWith(year)).map(({ session }) => Number(session.id.slice(5)))) + 1);

function details(group, view) {
  const { session } = view;
  return el(
    'div',
    {},
    el('p', {}, `${day(session.startsAt)}, ${session.startsAt.slice(11, 16)}. ${session.place}`),
    session.agenda.length > 0 ? [el('h3', {}, 'Agenda'), el('ol', {}, ...session.agenda.map(one => el('li', {}, one)))] : null,
    session.state === 'held' ? [el('h3', {}, 'Asistencia'), attendanceTable(group, session), el('h3', {}, 'Acuerdos'), agreementTable(view)] : null
  );
}

const agreementTable = view =>
  view.session.agreements.length === 0
    ? el('p', {}, 'Ninguno.')
    : table(
        'Acuerdos de la sesión',
        ['Acuerdo', 'Responsable', 'Plazo', 'Estado'],
        agreementsOf([view]).map(one => [
          `${one.agreement.number}. ${one.agreement.text}`,
          responsibleName(one.agreement.responsible),
          one.agreement.due ? day(one.agreement.due) : 'Sin plazo',
          [agreementState(one), one.agreement.document ? el('p', { class: 'soft' }, one.agreement.document) : null],
        ])
      );

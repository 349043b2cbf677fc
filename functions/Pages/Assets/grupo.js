// The working group of a plan: agreements that are pending, sessions, yearly duties, the registry; one session by itself.
import { $, announce, el } from './dom.js';
import { get, getVersioned, put } from './api.js';
import { day } from './format.js';
import { addressOf, beginDesk, param, setParams, table } from './desk.js';
import { outcome } from './edits.js';
import { pendingAgreements } from './agreements.js';
import { dutyTable } from './duties.js';
import { groupForm } from './groupform.js';
import { groupDetails } from './groupdetails.js';
import { sessionPanel, sessionStates } from './groupsession.js';

const pathOf = overview => `/api/plans/${overview.plan}/group`;

let done = '';

async function load(overview) {
  try {
    const [group, sessions] = await Promise.all([getVersioned(pathOf(overview)), get(`${pathOf(overview)}/sessions`)]);
    return { ...group.body, version: group.version, sessions };
  } catch (error) {
    if (error.code === 'group-unknown') {
      return null;
    }
    throw error;
  }
}

// Loads the page again, and says what was done.
async function reload(text = '') {
  done = text;
  if (text) {
    announce(text);
  }
  await beginDesk(load, show);
  $('#content').focus();
}

function show(overview, what) {
  const said = done ? el('p', { class: 'box good', role: 'status' }, done) : '';
  done = '';
  if (!what) {
    $('#page').append(said, ...nothing(overview));
    return;
  }
  const session = param('sesion');
  if (session) {
    $('#page').append(said, el('p', {}, el('a', { href: addressOf('/grupo') }, 'Volver al grupo')), sessionPanel(overview, what, session, pathOf(overview), open));
    return;
  }
  $('#page').append(said, ...parts(overview, what));
}

// Opens a session, or the group where there is none, on the same page.
async function open(session, text) {
  setParams({ sesion: session });
  await reload(text);
}

function nothing(overview) {
  const note = el('p', { class: 'box info' }, 'Este plan todavía no tiene registrado su grupo de trabajo.');
  if (overview.role !== 'secretariat') {
    return [note];
  }
  const { body, workingGroup } = overview.header;
  return [
    note,
    el('h2', {}, 'Registrar el grupo'),
    groupForm({
      values: { id: workingGroup, body },
      onsave: async content => {
        await put(pathOf(overview), content, 0);
        await reload('El grupo quedó registrado.');
      },
    }),
  ];
}

function parts(overview, what) {
  const said = outcome();
  return [
    said.element,
    el('h2', {}, 'Acuerdos pendientes'),
    pendingAgreements(what, `${pathOf(overview)}/sessions`, reload),
    el('h2', {}, 'Sesiones'),
    sessionTable(what),
    what.mayManage ? el('p', { class: 'buttons' }, el('button', { type: 'button', onclick: () => void open('nueva') }, 'Nueva sesión')) : '',
    el('h2', {}, 'Obligaciones anuales'),
    dutyTable(what, pathOf(overview), reload),
    el('h2', {}, 'Registro del grupo'),
    registry(overview, what),
  ];
}

const sessionTable = ({ sessions }) =>
  sessions.length === 0
    ? el('p', {}, 'Todavía no hay ninguna.')
    : table(
        'Sesiones, la más reciente primero',
        ['Sesión', 'Fecha', 'Estado', 'Quórum', 'Acuerdos'],
        sessions.map(({ session, quorum, changedSinceCall, minutes }) => [
          el('a', { href: addressOf('/grupo', { sesion: session.id }) }, session.state === 'held' ? minutes : `Sesión ${session.id}`),
          `${day(session.startsAt)}, ${session.startsAt.slice(11, 16)}`,
          [state(session.state), changedSinceCall ? el('p', {}, el('span', { class: 'state warn' }, 'Cambió después de convocar')) : null],
          session.state === 'held' ? `${quorum.present} de ${quorum.voting}${quorum.isReached ? '' : ', sin quórum'}` : '—',
          session.state === 'held' ? String(session.agreements.length) : '—',
        ])
      );

const state = name => el('span', { class: `state ${sessionStates[name][1]}` }, sessionStates[name][0]);

function registry(overview, what) {
  const place = el('div', {});
  const details = () => {
    place.replaceChildren(
      groupDetails(what),
      what.mayManage ? el('p', { class: 'buttons' }, el('button', { type: 'button', class: 'second', onclick: edit }, 'Cambiar el registro')) : ''
    );
  };
  function edit() {
    const form = groupForm({
      values: what.group,
      quorum: what.quorum,
      isKnown: true,
      onsave: async content => {
        await put(pathOf(overview), content, what.version);
        await reload('El registro quedó guardado.');
      },
      oncancel: () => {
        details();
        place.querySelector('button').focus();
      },
    });
    place.replaceChildren(form);
    form.querySelector('input:not([disabled])').focus();
  }
  details();
  return place;
}

void beginDesk(load, show);

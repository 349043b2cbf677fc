// The reminders of a period: what would go out next, the stages, what became of what was sent.
import { $, ask, dialog, el } from './dom.js';
import { get, post } from './api.js';
import { count, day } from './format.js';
import { addressOf, beginDesk, periodChoice, table } from './desk.js';
import { mailList } from './mails.js';
import { failure } from './problems.js';
import { stageName, stageTable } from './stages.js';
import { testForm } from './testmail.js';

const pathOf = overview => `/api/plans/${overview.plan}/periods/${overview.period.id}/reminders`;

const load = overview => get(pathOf(overview));

function show(overview, reminders) {
  const path = pathOf(overview);
  const said = el('div', { tabindex: '-1' });
  const [bounced, next, stages, sent] = Array.from({ length: 4 }, () => el('div', {}));
  const mails = mailList(overview, again);

  function put(all) {
    bounced.replaceChildren(...toReplace(all.sent));
    next.replaceChildren(nextTable(all.next, overview, read, send));
    stages.replaceChildren(stageTable(all.stages, path, refresh));
    mails.show(all.sent);
  }

  async function refresh() {
    put(await get(path));
  }

  // Tells what came of something, where the focus goes: the button that was pressed may be gone.
  function tell(content) {
    said.replaceChildren(content);
    said.focus();
  }

  async function attempt(what) {
    said.replaceChildren();
    try {
      await what();
    } catch (error) {
      tell(failure(error));
    }
  }

  const done = text => tell(el('p', { class: 'box good' }, text));

  const read = one =>
    attempt(async () => {
      const mail = await get(`${path}/preview?${new URLSearchParams({ unit: one.unit, stage: one.stage ?? 'manual' })}`);
      await ask(dialog(mail.subject, el('p', { class: 'said' }, mail.text), [['close', 'Cerrar']]));
    });

  // The same request keeps its id until it is answered: sent twice, it is taken once.
  const pending = new Map();

  async function send(one) {
    const sure = await ask(
      dialog(
        `¿Enviar ahora un recordatorio a ${one.unit}?`,
        [el('p', {}, 'Sale en unos minutos, a cualquier hora, para:'), el('ul', {}, ...one.recipients.map(to => el('li', {}, person(to))))],
        [
          ['send', 'Enviar ahora'],
          ['back', 'Cancelar'],
        ]
      )
    );
    if (sure === 'send') {
      await attempt(async () => {
        const requestId = pending.get(one.unit) ?? crypto.randomUUID();
        pending.set(one.unit, requestId);
        await post(`${path}/send`, { requestId, unit: one.unit });
        pending.delete(one.unit);
        await refresh();
        done(`El recordatorio a ${one.unit} sale en unos minutos.`);
      });
    }
  }

  function again(mail) {
    return attempt(async () => {
      await post(`${path}/send`, { requestId: crypto.randomUUID(), mail: mail.mail });
      await refresh();
      done(`El correo a ${mail.to} sale otra vez en unos minutos.`);
    });
  }

  $('#page').append(
    el('p', {}, 'Los correos salen solos en los días de cada etapa, en horas de trabajo, y solo a las unidades que deben algo.'),
    periodChoice(overview),
    said,
    bounced,
    el('h2', {}, 'Lo que sigue'),
    next,
    el('h2', {}, 'Etapas'),
    stages,
    el('h2', {}, 'Lo enviado'),
    mails.element,
    el('h2', {}, 'Enviar una prueba'),
    testForm(overview, reminders.stages, path)
  );
  put(reminders);
}

const person = to => [to.name, to.address].filter(Boolean).join(', ');

// Whom no mail reaches, each address once.
function toReplace(sent) {
  const lost = [...new Map(sent.filter(mail => mail.needsAddress).map(mail => [mail.to, mail])).values()];
  return lost.length === 0
    ? []
    : [
        el(
          'div',
          { class: 'box warn' },
          el('h2', {}, lost.length === 1 ? 'Hace falta otra dirección' : `Hacen falta otras ${lost.length} direcciones`),
          el('p', {}, 'Los correos a estas direcciones no llegan. Cámbielas en la hoja Contactos del plan e ', el('a', { href: addressOf('/importar') }, 'impórtelo otra vez'), '.'),
          el('ul', {}, ...lost.map(mail => el('li', {}, mail.unit ? el('strong', {}, `${mail.unit}: `) : '', person({ name: mail.name, address: mail.to }))))
        ),
      ];
}

function nextTable(next, overview, read, send) {
  if (next.length === 0) {
    return el('p', { class: 'box good' }, 'Ninguna unidad debe nada en este periodo: no se enviará ningún recordatorio.');
  }
  const maySend = ['open', 'late'].includes(overview.period.state);
  return table(
    'Unidades que deben algo, con el próximo correo de cada una',
    ['Unidad', 'Debe', 'Próximo correo', 'Para', 'Hacer'],
    next.map(one => [
      one.unit,
      owed(one),
      one.stage
        ? [`${stageName(one.stage)}, ${day(one.day)}`, one.held ? el('p', {}, el('span', { class: 'state warn' }, 'Detenida')) : null]
        : 'Ya no queda ninguna etapa',
      one.recipients.length === 0
        ? el('span', { class: 'wrong' }, 'No tiene contactos: nadie recibe sus recordatorios')
        : el('ul', { class: 'plain' }, ...one.recipients.map(to => el('li', {}, person(to)))),
      one.recipients.length === 0
        ? '—'
        : el('p', { class: 'buttons' }, button('Leer el texto', one, read), maySend ? button('Enviar ahora', one, send) : null),
    ])
  );
}

const owed = one =>
  [
    one.missing.length > 0 ? `${count(one.missing.length, 'actividad', 'actividades')} por enviar` : '',
    one.returned.length > 0 ? `${count(one.returned.length, 'actividad', 'actividades')} por corregir` : '',
  ]
    .filter(Boolean)
    .join(', ');

const button = (label, one, action) =>
  el('button', { type: 'button', class: 'second small', onclick: () => void action(one) }, label, el('span', { class: 'unseen' }, ` del recordatorio de ${one.unit}`));

void beginDesk(load, show);

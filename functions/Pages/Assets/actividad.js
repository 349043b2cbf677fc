// The page of an activity: what is asked, the fields, the files, what was found, and sending it.
import { $, announce, ask, dialog, el } from './dom.js';
import { get, getVersioned } from './api.js';
import { begin, identify, notice } from './page.js';
import { clock, day, semester } from './format.js';
import { chooseBetween } from './conflict.js';
import { contentOf, forget, isSame, keyOf, read } from './drafts.js';
import { filesSection } from './files.js';
import { alike, findingView, keyed } from './findings.js';
import { activityForm } from './form.js';
import { asked } from './goals.js';
import { Saver } from './saver.js';
import { sendSection } from './send.js';
import { sentView } from './sent.js';
import { isSent, state } from './states.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);

async function load(who) {
  const base = `/api/plans/${who.plan}/periods/${who.period}`;
  const path = `${base}/activities/${number}`;
  const [unit, progress, evidence, findings] = await Promise.all([
    get(`${base}/units/${encodeURIComponent(who.unit)}/work`),
    getVersioned(`${path}/progress`),
    get(`${path}/evidence`),
    get(`${path}/findings`),
  ]);
  const work = unit.activities.find(item => item.activity.number === number);
  return { base, path, unit, work, progress: progress.body, version: progress.version, evidence, findings };
}

function show(page, who) {
  const { unit, work, progress } = page;
  identify(unit.unit.code, unit.body);
  const place = $('#page');
  if (!work) {
    place.append(el('p', { class: 'box warn' }, 'Esta actividad no tiene meta en este año.'));
    return;
  }
  $('#title').textContent = `${work.activity.number}. ${work.activity.title}`;
  document.title = `Actividad ${work.activity.number} · Avance`;
  const closed = whyClosed(unit.period, work.activity);
  const editable = !closed && !isSent(progress.state);
  place.append(
    el('p', { id: 'state' }, state(progress.state), el('span', { class: 'soft' }, ` ${semester(unit.period.id)}`)),
    closed ? el('p', { class: 'box warn' }, closed) : '',
    observation(progress),
    el('section', { class: 'box asked', 'aria-labelledby': 'asked' }, el('h2', { id: 'asked' }, 'Qué se pide'), asked(work))
  );
  const key = keyOf(who, number);
  const claim = claimFindings(page);
  const files = filesSection({
    path: `${page.path}/evidence`,
    base: page.base,
    key,
    editable,
    megabytes: unit.fileMegabytes,
    onlisted: () => void claim.refresh(),
  });
  if (editable) {
    showForm(page, key, place, files, claim);
  } else {
    place.append(leftHere(key, page));
    showSent(page, place, files, claim);
  }
  files.start(page.evidence);
  if (location.hash === '#findings') {
    $('#findings').scrollIntoView();
    $('#findings').focus();
  }
}

function whyClosed(period, activity) {
  if (activity.status !== 'active') {
    return 'Esta actividad ya no está en el plan: no hay que informar.';
  }
  return {
    notOpen: `El periodo se abre el ${day(period.opens)}.`,
    closed: 'El periodo está cerrado: ya no se puede cambiar nada. Si debe corregir algo, pida a la Secretaría Técnica que lo reabra.',
  }[period.state];
}

const observation = progress =>
  progress.state === 'returned'
    ? el(
        'div',
        { class: 'box bad' },
        el('h2', {}, 'La Secretaría Técnica la devolvió'),
        el('p', { class: 'said' }, progress.observation),
        el('p', {}, 'Corríjala y envíela otra vez.')
      )
    : '';

// Drafts on this device while the activity is read-only: they are shown, and restored once it is open.
function leftHere(key, { work, progress }) {
  const kept = read(key);
  if (!kept || isSame(contentOf(kept, work.goals), contentOf(progress, work.goals))) {
    forget(key);
    return '';
  }
  const discard = () => {
    forget(key);
    box.remove();
    announce('Se descartó.');
    $('#content').focus();
  };
  const box = el(
    'section',
    { id: 'kept', class: 'box warn', 'aria-labelledby': 'kept-title' },
    el('h2', { id: 'kept-title' }, 'En este equipo hay cambios que no llegaron al servidor'),
    el('p', {}, 'Se recuperan si la actividad se puede cambiar otra vez. Cópielos si los necesita antes.'),
    sentView(contentOf(kept, work.goals), work.goals),
    el('p', {}, el('button', { type: 'button', class: 'second', onclick: discard }, 'Descartar lo de este equipo'))
  );
  return box;
}

function showSent({ progress, work, unit }, place, files, claim) {
  const sent = isSent(progress.state);
  place.append(
    sent
      ? el(
          'div',
          { class: 'box good' },
          el('p', {}, el('strong', {}, progress.state === 'accepted' ? 'La Secretaría Técnica la aceptó.' : 'Está enviada. '), progress.state === 'accepted' ? '' : 'No se puede cambiar, salvo que la devuelvan.'),
          el('p', {}, el('a', { href: `/actividades/${number}/constancia` }, 'Ver la constancia'))
        )
      : '',
    el('h2', {}, sent ? 'Lo que se envió' : 'Lo que hay guardado'),
    sentView(contentOf(progress, work.goals), work.goals),
    files.element,
    claim.element
  );
}

// Findings about the claim itself; those about a file stand at the file.
function claimFindings({ base, path, findings }) {
  const list = el('ul', { class: 'plain' });
  const element = el('section', { id: 'findings', tabindex: '-1', 'aria-labelledby': 'findings-title' }, el('h2', { id: 'findings-title' }, 'Observaciones sobre lo informado'), list);
  let shown = [];
  const put = all => {
    const own = all.filter(finding => !finding.file);
    shown = own;
    keyed(list, own, finding => finding.id, finding => findingView(finding, base, () => void refresh(), () => alike(finding, shown)));
    element.hidden = own.length === 0;
  };
  async function refresh() {
    try {
      put(await get(`${path}/findings`));
    } catch {
      // They stay as they were: the next round asks again.
    }
  }
  put(findings);
  return { element, refresh };
}

function showForm(page, key, place, files, claim) {
  const { work, unit, progress, path } = page;
  const saver = new Saver(`${path}/progress`, key, work.goals, progress, page.version);
  const restored = saver.restore();
  const status = el('p', { class: 'status soft' }, progress.version > 0 ? `Borrador guardado el ${clock(progress.at)}.` : 'Se guarda mientras escribe.');
  const fields = el('div', {});
  let form;
  const build = () => {
    form = activityForm(work, unit.endsYear, saver.content, () => saver.change(form.read()));
    fields.replaceChildren(...form.elements);
  };
  build();
  const send = sendSection({ saver, files, fields, work, form: () => form, number, status });

  saver.addEventListener('status', ({ detail }) => {
    status.textContent = detail.text;
    status.classList.toggle('bad', detail.bad);
    if (saver.version > 0 && progress.state === null) {
      $('#state .state').replaceWith(state('draft'));
    }
    if (detail.bad) {
      announce(detail.text);
    }
  });
  saver.addEventListener('refused', ({ detail }) => send.complainOfDraft(detail.errors));
  saver.addEventListener('saved', () => send.saved());
  saver.addEventListener('locked', () => notice('locked', 'La actividad ya no se puede cambiar. ', el('button', { type: 'button', onclick: () => location.reload() }, 'Ver cómo está')));
  saver.addEventListener('conflict', ({ detail }) => void settle(detail));

  async function settle({ theirs, version, progress: latest, base }) {
    const chosen = await chooseBetween(saver.content, theirs, base, latest, work.goals);
    if (isSent(latest.state)) {
      saver.stop();
      forget(key);
      location.reload();
      return;
    }
    saver.resolve(chosen ?? theirs, version, theirs);
    build();
    announce(chosen ? 'Se guarda lo elegido.' : 'Se muestra lo que guardó la otra persona.');
  }

  place.append(
    restored === 'restored' || restored === 'conflict' ? el('p', { class: 'box info' }, 'Se recuperó lo que había escrito en este equipo.') : '',
    send.summary,
    fields,
    files.element,
    claim.element,
    send.element
  );
  if (restored === 'conflict') {
    void settle({ theirs: saver.base, version: saver.version, progress, base: saver.seen });
  } else if (restored === 'sending') {
    void again();
  }

  // The answer to an earlier send was lost: sending the same id gets that answer, or sends it now.
  async function again() {
    const box = dialog(
      'Falta saber si su envío llegó',
      el('p', {}, 'La última vez se perdió la conexión mientras enviaba. Compruébelo ahora: si ya había llegado, no se envía otra vez.'),
      [['send', 'Comprobar']]
    );
    await ask(box);
    await send.send();
  }
}

void begin(load, show);

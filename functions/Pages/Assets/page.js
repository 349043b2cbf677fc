// What all pages after the entry have in common: who is signed in, the lost connection, the end of the session.
import { $, announce, el } from './dom.js';
import { forgetSession, session } from './api.js';
import { failure } from './problems.js';

const notices = $('#notices');
let arrived = false;

// Loads and shows a page; a failure is shown with a button that tries again.
// load(session) resolves to what show(what, session) is given.
export async function begin(load, show) {
  const place = $('#page');
  place.setAttribute('aria-busy', 'true');
  try {
    const who = await session();
    const what = await load(who);
    place.replaceChildren();
    await show(what, who);
    // The browser found no such place while the page was empty.
    if (location.hash && !arrived) {
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    }
    arrived = true;
  } catch (error) {
    place.replaceChildren(
      error.status === 401 ? signedOut() : failure(error, () => void begin(load, show))
    );
  } finally {
    place.removeAttribute('aria-busy');
  }
}

// Who is signed in, in the header.
export const identify = (...lines) =>
  $('#who').replaceChildren(...lines.filter(Boolean).map(line => el('span', {}, line)));

const signedOut = () =>
  el(
    'div',
    { class: 'box bad', role: 'alert' },
    el('h2', {}, 'No hay una sesión abierta'),
    el('p', {}, howToEnter),
    el('p', {}, el('a', { class: 'button', href: '/inicio' }, 'Ya entré: continuar'))
  );

const howToEnter =
  'Abra otra vez el enlace del correo de recordatorio. Si ya no sirve, pida uno nuevo a la Secretaría Técnica de su plan.';

// A notice that stays at the top of the page until it is taken away.
export function notice(id, ...content) {
  const box = el('div', { id, class: 'notice' }, ...content);
  $(`#${id}`)?.remove();
  notices.append(box);
  return box;
}

export const withdraw = id => $(`#${id}`)?.remove();

function showConnection() {
  if (navigator.onLine) {
    if ($('#offline')) {
      withdraw('offline');
      announce('Hay conexión otra vez.');
    }
    return;
  }
  notice(
    'offline',
    el('strong', {}, 'Sin conexión. '),
    'Puede seguir escribiendo: se guarda en este equipo y se envía cuando vuelva la conexión.'
  );
}

function sayEnded() {
  if ($('#ended')) {
    return;
  }
  notice(
    'ended',
    el('strong', {}, 'Su sesión terminó. '),
    `Lo que escribió queda guardado en este equipo. ${howToEnter} `,
    el('button', { type: 'button', onclick: () => void resume() }, 'Ya volví a entrar')
  );
}

// There may have been a new sign-in in another window.
async function resume() {
  if (!$('#ended')) {
    return;
  }
  forgetSession();
  try {
    await session();
    withdraw('ended');
    announce('La sesión está abierta otra vez.');
    dispatchEvent(new Event('session-resumed'));
  } catch {
    announce('La sesión sigue cerrada.');
  }
}

addEventListener('online', showConnection);
addEventListener('offline', showConnection);
addEventListener('session-ended', sayEnded);
addEventListener('focus', () => void resume());
showConnection();

// A plan that is not there yet: naming it, and naming its secretariat.
import { el } from './dom.js';
import { put } from './api.js';
import { addressOf } from './desk.js';
import { outcome } from './edits.js';
import { field } from './fields.js';
import { clear, mark, show as showErrors, unmark } from './problems.js';

export const isPlanId = text => /^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/.test(text);

export const planIdHint = 'De 2 a 63 letras minúsculas sin tilde, dígitos y guiones, por ejemplo psig-2026-2027.';

// A plan that is not there yet is in no list: its first secretariat brings it to the page at that path.
export function newPlan(path) {
  const name = el('input', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
  const go = event => {
    event.preventDefault();
    unmark(name);
    const plan = name.value.trim();
    if (!isPlanId(plan)) {
      mark(name, plan === '' ? 'Escriba el identificador del plan.' : planIdHint);
      name.focus();
      return;
    }
    location.assign(addressOf(path, { plan }, {}));
  };
  return el(
    'form',
    { class: 'amendment', novalidate: true, onsubmit: go },
    field('Identificador de un plan que aún no está en Avance', 'Tal como lo dio quien le asignó el plan, por ejemplo psig-2026-2027.', name),
    el('p', { class: 'buttons' }, el('button', {}, 'Continuar'))
  );
}

// The national secretariat names an account the secretariat of a plan, which need not be there yet: it then imports it.
export function nameSecretariat() {
  const plan = el('input', { id: 'nuevo-plan', type: 'text', autocomplete: 'off', spellcheck: 'false' });
  const account = el('input', { id: 'nueva-cuenta', type: 'text', autocomplete: 'off', spellcheck: 'false' });
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const said = outcome();
  const button = el('button', {}, 'Nombrar Secretaría Técnica');

  async function send(event) {
    event.preventDefault();
    clear(summary);
    said.clear();
    const errors = [
      isPlanId(plan.value.trim()) ? null : { field: 'plan', detail: `Identificador del plan: ${planIdHint}` },
      isAccount(account.value.trim()) ? null : { field: 'memberId', detail: 'Cuenta o grupo: el identificador de objeto, por ejemplo 0f8fad5b-d9cb-469f-a165-70867728950e.' },
    ].filter(Boolean);
    if (errors.length > 0) {
      showErrors(errors, summary, find);
      return;
    }
    button.disabled = true;
    try {
      await put(`/api/plans/${plan.value.trim()}/members/${account.value.trim()}`, { role: 'secretariat' });
      said.done(`La cuenta es Secretaría Técnica de ${plan.value.trim()}. Ya puede empezar el plan en «Plan» o importarlo.`);
      account.value = '';
    } catch (error) {
      if (error.status === 422) {
        showErrors(error.errors, summary, find);
      } else {
        said.fail(error);
      }
    } finally {
      button.disabled = false;
    }
  }

  const find = name => ({ plan, memberId: account })[name] ?? null;
  return el(
    'section',
    { 'aria-labelledby': 'plan-nuevo' },
    el('h2', { id: 'plan-nuevo' }, 'Plan nuevo'),
    el('p', {}, 'Un plan lo empieza su Secretaría Técnica. Nómbrela aquí: el plan no tiene que existir todavía.'),
    said.element,
    summary,
    el(
      'form',
      { class: 'amendment', novalidate: true, onsubmit: event => void send(event) },
      field('Identificador del plan', planIdHint, plan),
      field('Cuenta o grupo de la Secretaría Técnica', 'Su identificador de objeto en el directorio (Entra ID).', account),
      el('p', { class: 'buttons' }, button)
    )
  );
}

const isAccount = text => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

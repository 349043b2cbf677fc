// The achievements of a plan on the desk: by theme, with filters that live in the address.
import { $, el } from './dom.js';
import { get } from './api.js';
import { introduce, openDesk, setParams, styled } from './desk.js';
import { choice, labelled } from './filters.js';
import { achievementList, pathOf } from './achievements.js';

export async function loadThemes(who) {
  const [overview] = await Promise.all([openDesk(who), styled()]);
  return { overview, list: overview.plans ? null : await get(pathOf(overview.plan)) };
}

export function showThemes({ overview, list }, who) {
  if (!introduce(overview, who)) {
    return;
  }
  const shown = achievementList(
    {
      plan: overview.plan,
      owner: { plan: overview.plan, period: overview.period.id, unit: 'mesa' },
      activities: overview.activities,
      units: overview.units,
      mayWrite: overview.role === 'secretariat',
    },
    list
  );
  $('#page').append(
    el('p', {}, 'Lo que las unidades y la Secretaría Técnica registraron. El informe lo cuenta por tema, desde el inicio del año.'),
    filters(overview, list, shown.filter),
    shown.element
  );
}

function filters({ units }, { themes, from, to, achievements }, onchange) {
  const years = [...new Set([from, to, ...achievements.map(one => one.date)].map(date => date.slice(0, 4)))].toSorted().reverse();
  const former = achievements.map(one => one.theme).filter(theme => !themes.includes(theme));
  const unit = choice('unidad', [['', 'Todas'], ...units.map(one => [one.code, `${one.code} · ${one.name}`])]);
  const theme = choice('tema', [['', 'Todos'], ...[...themes, ...new Set(former)].map(one => [one, one])]);
  const year = choice('anio', [['', 'Todos'], ...years.map(one => [one, one])]);
  const controls = [unit, theme, year];

  function apply() {
    setParams({ unidad: unit.value, tema: theme.value, anio: year.value });
    onchange(
      one =>
        (!unit.value || one.unit === unit.value) && (!theme.value || one.theme === theme.value) && (!year.value || one.date.startsWith(year.value))
    );
  }

  function clear() {
    for (const control of controls) {
      control.value = '';
    }
    apply();
  }

  for (const control of controls) {
    control.addEventListener('input', apply);
  }
  apply();
  return el(
    'search',
    { class: 'filters', 'aria-label': 'Filtrar logros' },
    labelled('Unidad', unit),
    labelled('Tema', theme),
    labelled('Año', year),
    el('button', { type: 'button', class: 'second', onclick: clear }, 'Quitar filtros')
  );
}

// Achievements: for a unit its own, for the desk those of the plan.
import { $, el } from './dom.js';
import { get } from './api.js';
import { begin, identify } from './page.js';
import { semester } from './format.js';
import { achievementList, pathOf } from './achievements.js';

const isUnit = who => who.role === 'unitReporter' && who.plan && who.unit;

const load = who =>
  isUnit(who)
    ? Promise.all([get(`/api/plans/${who.plan}`), get(pathOf(who.plan))])
    : import('./themes.js').then(desk => desk.loadThemes(who));

async function show(what, who) {
  if (!isUnit(who)) {
    (await import('./themes.js')).showThemes(what, who);
    return;
  }
  const [plan, list] = what;
  const unit = unitOf(plan, who.unit);
  identify(unit.code, plan.header.body);
  const shown = achievementList(
    {
      plan: who.plan,
      owner: { plan: who.plan, period: who.period ?? 'logros', unit: who.unit },
      activities: plan.activities.filter(activity => activity.responsibleUnit === unit.code),
      units: null,
      mayWrite: true,
    },
    list
  );
  $('#page').append(
    el('p', {}, el('a', { href: '/inicio' }, 'Volver a sus actividades')),
    el('p', { class: 'period' }, el('strong', {}, unit.name), who.period ? ` · ${semester(who.period)}` : ''),
    el('p', {}, 'Registre aquí lo que su unidad logró en el año: un diagnóstico, una directiva emitida, una capacitación dada. El informe lo cuenta por tema.'),
    shown.element
  );
}

// A link may carry a former code of the unit.
const unitOf = ({ units }, code) => units.find(unit => unit.code === code) ?? units.find(unit => unit.aliases.includes(code)) ?? { code, name: code };

void begin(load, show);

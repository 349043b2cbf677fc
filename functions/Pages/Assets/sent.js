// What an activity says, to be read and not changed; also each of two versions that differ.
import { el } from './dom.js';
import { figure, percent } from './format.js';
import { nameOf, result } from './goals.js';
import { verdict } from './indicators.js';
import { outcomesOf } from './states.js';

const none = '—';

// [name of the field, label, as text]
export function describe(content, goals) {
  const isIndicator = Boolean(goals[0]?.indicator);
  const list = items => items.map(text => text.trim()).filter(Boolean).join('\n') || none;
  return [
    ...goals.map((goal, index) => [`goals.${index}`, nameOf(goal), describeGoal(goal, content.goals[index])]),
    ...(isIndicator ? [['source', 'Fuente', content.source?.trim() || none]] : []),
    ['narrative', 'Qué se hizo', content.narrative.trim() || none],
    ['documentsCited', 'Documentos de sustento', list(content.documentsCited)],
    ['evidenceLinks', 'Enlaces', list(content.evidenceLinks)],
    ['problems', 'Problemas', content.problems.trim() || none],
    ['improvementActions', isIndicator ? 'Medidas adoptadas' : 'Acciones de mejora', content.improvementActions.trim() || none],
    ['achievements', 'Logros', content.achievements.trim() || none],
  ];
}

function describeGoal(goal, entry) {
  if (entry.outcome !== 'reported') {
    return `${outcomesOf(goal)[entry.outcome]}. ${entry.reason}`.trim();
  }
  if (goal.isDelivery) {
    return 'Se entregó.';
  }
  const found = result(goal, entry);
  if (found && goal.indicator) {
    return `Se obtuvo ${figure(entry.executed)}; se esperaba ${figure(goal.target)}. ${verdict(found)}`;
  }
  return found ? `${figure(entry.executed)} de ${figure(goal.target)} (${percent(found.percent)} de la meta)` : none;
}

export const sentView = (content, goals) =>
  el(
    'dl',
    { class: 'sent' },
    ...describe(content, goals).flatMap(([, label, text]) => [el('dt', {}, label), el('dd', {}, text)])
  );

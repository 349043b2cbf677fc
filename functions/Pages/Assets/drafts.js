// What a unit has typed and the server has not confirmed, kept on this device: gone as soon as the server has it.

const prefix = ({ plan, period, unit }) => `avance|${plan}|${period}|${unit}|`;

export const keyOf = (who, activity) => prefix(who) + activity;

// { content, base, version, pending } or null.
export function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

// False where the browser keeps nothing: a private window, or no room left.
export function write(key, draft) {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // It kept nothing.
  }
}

// The activities of the unit of which this device has something.
export function kept(who) {
  try {
    return Object.keys(localStorage)
      .filter(key => key.startsWith(prefix(who)))
      .map(key => ({ activity: key.slice(prefix(who).length) }));
  } catch {
    return [];
  }
}

// Everything that this browser keeps, of whichever plan and unit.
const all = () => Object.keys(localStorage).filter(key => key.startsWith('avance|'));

export function count() {
  try {
    return all().length;
  } catch {
    return 0;
  }
}

export const forgetAll = () => all().forEach(forget);

export const blank = goals => ({
  goals: goals.map(goal => entry(goal.year)),
  source: '',
  narrative: '',
  documentsCited: [],
  evidenceLinks: [],
  problems: '',
  improvementActions: '',
  achievements: '',
});

const entry = year => ({ year, outcome: 'reported', executed: null, reason: '' });

// What the server has, with an entry for each goal of today.
export const contentOf = (progress, goals) => ({
  ...blank(goals),
  ...progress.content,
  goals: goals.map(goal => progress.content?.goals.find(one => one.year === goal.year) ?? entry(goal.year)),
});

// As the server keeps it: without blanks around texts.
export const toBody = content => ({
  goals: content.goals.map(({ year, outcome, executed, reason }) => ({
    year,
    outcome,
    executed: outcome === 'reported' ? executed : null,
    reason: outcome === 'reported' ? '' : reason.trim(),
  })),
  // Only indicators have a source: the server refuses one of other activities.
  ...(content.source?.trim() ? { source: content.source.trim() } : {}),
  narrative: content.narrative.trim(),
  documentsCited: content.documentsCited.map(text => text.trim()).filter(Boolean),
  evidenceLinks: content.evidenceLinks.map(text => text.trim()).filter(Boolean),
  problems: content.problems.trim(),
  improvementActions: content.improvementActions.trim(),
  achievements: content.achievements.trim(),
});

export const isSame = (one, other) => JSON.stringify(toBody(one)) === JSON.stringify(toBody(other));

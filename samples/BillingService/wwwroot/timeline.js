// Draws the life of a subscription: one lane for each plan, a bar for each term, a mark for each event, and a line for today.

import { day, isZero, reason } from './words.js';

const Day = 86_400_000;
const Left = 84, Right = 18, Top = 64, Lane = 46, Bar = 28;
const colours = ['var(--plan-1)', 'var(--plan-2)', 'var(--plan-3)'];

function svg(tag, attributes, text) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

// The bars: each happening opens a stretch that lasts to the next one, within its term.
function bars(happenings, ends) {
  const drawn = [];
  happenings.forEach((one, index) => {
    const start = Date.parse(one.at);
    const next = index + 1 < happenings.length ? Date.parse(happenings[index + 1].at) : ends;
    const end = one.term ? Math.min(Date.parse(one.term.split('/')[1]), next) : next;
    if (one.plan && end > start) drawn.push({ ...one, start, end });
  });
  return drawn;
}

export function draw(box, life, plans, foreseen) {
  const now = Date.parse(life.now);
  const width = Math.max(box.clientWidth, 620);
  const future = foreseen ?? life.future;
  const from = Math.max(Date.parse(life.past[0]?.at ?? life.now), now - 120 * Day) - 6 * Day;
  const until = now + Math.round(150 * Day * Math.min(1, width / 900));
  const x = at => Left + (at - from) / (until - from) * (width - Left - Right);
  const inside = at => at >= from && at <= until;
  const lanes = [...plans].reverse();
  const y = id => Top + lanes.findIndex(plan => plan.id === id) * Lane;
  const height = Top + lanes.length * Lane + 34;
  const picture = svg('svg', {
    viewBox: `0 0 ${width} ${height}`, width, height, role: 'img',
    'aria-label': `Timeline from ${day(from)} to ${day(until)}; the table below has every event.`,
  });

  for (let month = new Date(from); month < until; month = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1))) {
    const at = Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), 1);
    if (!inside(at)) continue;
    picture.append(
      svg('line', { x1: x(at), y1: Top - 8, x2: x(at), y2: height - 30, class: 'grid' }),
      svg('text', { x: x(at) + 4, y: height - 14, class: 'tick' },
        new Date(at).toLocaleDateString('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' })));
  }

  lanes.forEach((plan, index) => picture.append(
    svg('text', { x: 8, y: Top + index * Lane + Bar / 2 + 5, class: 'lane' }, plan.name)));

  const all = [...life.past, ...future];
  for (const bar of bars(all, until)) {
    const [start, end] = [Math.max(bar.start, from), Math.min(bar.end, until)];
    if (end <= start) continue;
    const kind = bar.status === 'paused' ? ' paused' : bar.status === 'pastDue' ? ' owed' : bar.start > now ? ' future' : '';
    const colour = colours[plans.findIndex(plan => plan.id === bar.plan)];
    const shape = svg('rect', {
      x: x(start), y: y(bar.plan), width: Math.max(x(end) - x(start) - 2, 1), height: Bar, rx: 5, class: `bar${kind}`,
      style: `--colour: ${colour}`,
    });
    shape.append(svg('title', {}, `${bar.seats} × ${bar.plan}, ${day(bar.start)} to ${day(bar.end)}`));
    picture.append(shape);
    if (x(end) - x(start) > 64) {
      const label = bar.status === 'paused' ? 'paused' : bar.status === 'pastDue' ? 'owed' : `${bar.seats} seat${bar.seats === 1 ? '' : 's'}`;
      picture.append(svg('text', { x: x(start) + 9, y: y(bar.plan) + Bar / 2 + 5, class: `seats${kind}` }, label));
    }
  }

  marks(picture, all.filter(one => inside(Date.parse(one.at)) && (!isZero(one.due) || one.reason !== 'usageCreditExpiry')), x, y, now);
  picture.append(
    svg('line', { x1: x(now), y1: 14, x2: x(now), y2: height - 30, class: 'now' }),
    svg('text', { x: x(now) + 5, y: 20, class: 'now-text' }, 'today'));
  box.replaceChildren(picture);
}

// Amounts stand above the lanes; one that would cover its neighbour goes a line higher, or is left to the table.
function marks(picture, happenings, x, y, now) {
  const ends = [-Infinity, -Infinity];
  for (const one of happenings) {
    const at = x(Date.parse(one.at));
    const text = isZero(one.due) ? (one.reason === 'renewal' || one.reason === 'change' ? '' : reason(one.reason)) : one.due.replace(/^\w+ /, '');
    const row = text && ends.findIndex(end => end < at);
    const kind = one.outcome === 'acceptedAndOwed' ? ' wrong' : Date.parse(one.at) > now ? ' future' : '';
    const dot = svg('circle', { cx: at, cy: (one.plan ? y(one.plan) : Top) + Bar / 2, r: 4, class: `dot${kind}` });
    dot.append(svg('title', {}, `${day(one.at)}: ${reason(one.reason)}, ${one.due} due`));
    picture.append(dot);
    if (text && row >= 0) {
      ends[row] = at + text.length * 7.4 + 8;
      picture.append(svg('text', { x: at, y: Top - 14 - row * 15, class: `due${kind}` }, text));
    }
  }
}

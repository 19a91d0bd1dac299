// The page: one subscription of the chosen vendor, the change that is being considered, and its quote.

import { command, get, post, put } from './api.js';
import { draw } from './timeline.js';
import { compare, invoices, show } from './quote.js';
import { day, fill, isZero, make, outcome, reason, status } from './words.js';

const at = id => document.getElementById(id);
const form = at('change');
let shop, vendor, subscription, life, preview;

const path = rest => `subscriptions/demo-${vendor}${rest}`;

// The cart of the form, as the library reads it.
function change() {
  const data = new FormData(form);
  return {
    kind: 'to',
    cart: {
      planId: data.get('plan'),
      interval: data.get('interval'),
      quantity: Number(data.get('seats')) || 0,
      addOns: data.getAll('add-on').map(id => ({ id })),
    },
    ...(data.get('timing') ? { timing: data.get('timing') } : {}),
  };
}

function fillForm({ cart }) {
  if (!cart) return;
  form.elements.plan.value = cart.planId;
  form.elements.interval.value = cart.interval;
  form.elements.seats.value = cart.quantity;
  for (const box of form.querySelectorAll('[name=add-on]')) box.checked = (cart.addOns ?? []).some(one => one.id === box.value);
}

function showState() {
  const facts = [
    status(subscription.subscription.status),
    subscription.cart && `${subscription.cart.quantity} × ${shop.catalog.plans.find(plan => plan.id === subscription.cart.planId).name}`,
    !isZero(subscription.credit) && `credit ${subscription.credit}`,
    ...Object.entries(subscription.usageCredits).map(([kind, units]) => `${units} ${kind} left`),
    subscription.nextDueAt && `next event ${day(subscription.nextDueAt)}`,
    subscription.failures > 0 && `payment failed ${subscription.failures} ×`,
  ].filter(Boolean);
  at('state').replaceChildren(...facts.map((fact, index) =>
    make('li', { class: index === 0 ? `status ${subscription.subscription.status}` : '' }, fact)));
  at('today').value = subscription.now.slice(0, 10);
  at('today').min = subscription.now.slice(0, 10);
  at('card').value = subscription.card;
}

function showLife(foreseen) {
  draw(at('timeline'), life, shop.catalog.plans, foreseen);
  fill(at('happenings'), 'Events', ['Day', 'Event', 'Due', 'From credit', 'Plan', 'Status'],
    [...life.past, ...(foreseen ?? life.future)].map(one => [
      day(one.at), `${reason(one.reason)}${one.outcome === 'accepted' ? '' : `, ${outcome(one.outcome)}`}`,
      one.due, one.fromCredit, one.plan ? `${one.seats} × ${one.plan}` : '', status(one.status),
    ]), [2, 3]);
}

function say(problem) {
  at('message').replaceChildren(...(problem ? [make('p', {}, problem)] : []));
}

// A visitor sees a change at once: the next better plan. The form is not touched after that.
function suggest() {
  const plans = shop.catalog.plans;
  const better = plans[plans.findIndex(plan => plan.id === subscription.cart?.planId) + 1];
  if (better) form.elements.plan.value = better.id;
}

let edits = 0;

// Reads everything anew: what this tab knew may be old. A form that was touched meanwhile stays as it is.
async function reload({ since = edits, fills = true, suggesting = false } = {}) {
  subscription = await get(path(''));
  [life] = await Promise.all([
    get(path('/timeline')),
    get(path('/invoices')).then(list => invoices(at('invoices'), list)),
  ]);
  showState();
  if (fills && since === edits) {
    fillForm(subscription);
    if (suggesting) suggest();
  }
  await price();
}

let asked = 0;
async function price() {
  const mine = ++asked;
  at('field-problem').textContent = '';
  form.elements.seats.removeAttribute('aria-invalid');
  try {
    const answer = await post(path('/preview'), change());
    if (mine !== asked) return;
    preview = answer;
    show(at('quote'), preview);
    at('accept').disabled = preview.quote.entries.length === 0 && !preview.quote.subscriptionAfter.pending;
    at('accept').textContent = isZero(preview.quote.totals.dueNow) ? 'Accept' : `Accept and pay ${preview.quote.totals.dueNow}`;
    showLife(preview.future);
    compare(at('comparison'), await post(path('/compare'), change()), vendor);
  } catch (problem) {
    if (mine !== asked) return;
    preview = undefined;
    at('accept').disabled = true;
    at('quote').replaceChildren(make('p', { class: 'quiet' }, 'There is no quote.'));
    at('field-problem').textContent = problem.message;
    if (problem.field === 'cart.quantity') form.elements.seats.setAttribute('aria-invalid', 'true');
    showLife();
  }
}

// Runs a command and shows what it changed; a problem is said, and what is shown is read anew. The form is filled, too, unless the command has
// nothing to do with the plan.
async function run(work, { fills = true } = {}) {
  const since = edits;
  say();
  try {
    await work();
  } catch (problem) {
    say(problem.message);
  }
  await reload({ since, fills });
}

async function choose(name) {
  vendor = shop.vendors.includes(name) ? name : shop.vendors[0];
  at('vendor').value = vendor;
  say();
  await reload({ suggesting: true });
}

const travel = to => run(() => post('demo/clock', { to }));

function listen() {
  form.addEventListener('input', () => { edits++; say(); price(); });
  form.addEventListener('submit', event => event.preventDefault());
  at('vendor').addEventListener('change', () => { location.hash = at('vendor').value; });
  addEventListener('hashchange', () => choose(location.hash.slice(1)));
  addEventListener('resize', () => showLife(preview?.future));
  at('accept').addEventListener('click', () => run(() => command(path('/accept'), { quoteId: preview.quote.id })));
  at('card').addEventListener('change', () => run(() => put(`accounts/demo-${vendor}/card`, { card: at('card').value }), { fills: false }));
  at('clock').addEventListener('submit', event => { event.preventDefault(); travel(`${at('today').value}T12:00:00Z`); });
  at('next').addEventListener('click', () => subscription.nextDueAt && travel(subscription.nextDueAt));
  at('month').addEventListener('click', () => {
    const ahead = new Date(subscription.now);
    ahead.setUTCMonth(ahead.getUTCMonth() + 1);
    travel(ahead.toISOString());
  });
  for (const button of document.querySelectorAll('[data-command]')) {
    const body = button.dataset.command === 'usage' ? { kind: 'calls', units: 10 } : {};
    button.addEventListener('click', () => run(() => command(path(`/${button.dataset.command}`), body)));
  }
}

function showShop() {
  at('vendor').replaceChildren(...shop.vendors.map(name => make('option', {}, name)));
  at('plans').replaceChildren(...shop.catalog.plans.map((plan, index) => make('label', { class: 'choice' },
    make('input', { type: 'radio', name: 'plan', value: plan.id, ...(index === 1 ? { checked: '' } : {}) }),
    make('span', {}, plan.name, make('small', {}, `EUR ${plan.prices[0].model.amount} a month`)))));
  at('add-ons').replaceChildren(...shop.catalog.addOns.map(addOn => make('label', {},
    make('input', { type: 'checkbox', name: 'add-on', value: addOn.id }), ` ${addOn.name}`)));
}

shop = await get('shop');
showShop();
listen();
await choose(location.hash.slice(1));

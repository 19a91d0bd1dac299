// Shows a quote: the amount, its reasons as entries that sum to zero, and the comparison with other policies.

import { day, fill, isZero, make } from './words.js';

const accounts = {
  service: 'Service', payment: 'Payment', nextInvoice: 'Next invoice', balance: 'Credit', promotion: 'Gift', forfeited: 'Forfeited',
  goodwill: 'Goodwill', tax: 'Tax', rounding: 'Rounding',
};

// The figure that a customer looks for first.
function headline({ totals }) {
  if (!isZero(totals.dueNow)) return [totals.dueNow, 'to be paid now'];
  if (!isZero(totals.refunded)) return [totals.refunded, 'refunded'];
  if (!isZero(totals.toCredit)) return [totals.toCredit, 'kept as credit'];
  if (!isZero(totals.onNextInvoice)) return [totals.onNextInvoice, 'on the next invoice'];
  return [totals.dueNow, 'nothing to pay now'];
}

function taxes(invoice) {
  return (invoice?.taxes ?? []).map(tax => `${tax.rate} on ${tax.net}: ${tax.tax}`).join(' · ');
}

export function show(box, { quote, invoice }) {
  const [amount, meaning] = headline(quote);
  const after = quote.subscriptionAfter;
  const table = make('table', { class: 'entries' });
  fill(table, 'Entries of the quote; they sum to zero', ['Reason', 'Account', 'Amount'],
    quote.entries.map((entry, index) => [quote.explanations[index], accounts[entry.account] ?? entry.account, entry.amount]), [2]);
  table.append(make('tfoot', {}, make('tr', {},
    make('th', { scope: 'row' }, 'The entries sum to'), make('td', {}), make('td', { class: 'number' }, zero(amount)))));
  const pending = after.pending?.effectiveAt;
  box.replaceChildren(
    make('p', { class: 'headline' }, make('strong', { id: 'due' }, amount), ` ${meaning}`),
    quote.entries.length ? table : make('p', { class: 'quiet' }, pending ? 'No money moves today.' : 'The cart is equal to today.'),
    make('p', { class: 'quiet' }, [
      pending ? `Takes effect on ${day(pending)}.` : after.plan ? `Paid to ${day(after.plan.term.split('/')[1])}.` : '',
      taxes(invoice),
    ].filter(Boolean).join(' ')));
}

const zero = money => money.replace(/-?[\d.]+$/, digits => digits.includes('.') ? '0.00' : '0');

export function compare(table, rows, chosen) {
  fill(table, 'The change under every policy', ['Policy', 'Due now', 'Next invoice', 'Credit', 'Takes effect', 'Paid to'],
    rows.map(row => {
      const policy = row.policy + (row.policy === chosen ? ' ✓' : '');
      return row.refusal ? [policy, row.refusal] : [
        policy, row.dueNow, row.onNextInvoice, row.credit,
        row.pendingUntil ? day(row.pendingUntil) : 'now', row.termEnd && day(row.termEnd),
      ];
    }), [1, 2, 3]);
}

export function invoices(box, list) {
  box.replaceChildren(...(list.length ? list : [null]).map(invoice => invoice === null
    ? make('p', { class: 'quiet' }, 'None yet.')
    : make('details', { class: 'invoice' },
      make('summary', {}, make('span', {}, `No. ${invoice.number} · ${day(invoice.issuedAt)}`),
        make('span', { class: invoice.paid ? 'paid' : 'open' }, invoice.paid ? 'paid' : 'open'),
        make('strong', {}, invoice.total)),
      lines(invoice))));
}

function lines(invoice) {
  const table = make('table');
  fill(table, `Invoice ${invoice.number}`, ['Line', 'Amount'], [
    ...invoice.lines.map(line => [line.text, line.amount]),
    ...invoice.taxes.map(tax => [`${tax.rate} on ${tax.net}`, tax.tax]),
    ['Total', invoice.total],
    ...invoice.settlement.map(line => [line.text, line.amount]),
  ], [1]);
  return table;
}

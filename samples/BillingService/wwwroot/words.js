// Words and small pieces of the page.

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

export const day = instant => date.format(new Date(instant));
export const isZero = money => / -?0(\.0+)?$/.test(money);

const names = {
  notStarted: 'nothing bought yet', active: 'active', pastDue: 'past due', nonRenewing: 'canceled, runs to its end',
  paused: 'paused', expired: 'expired',
};
export const status = word => names[word] ?? word;

const reasons = {
  change: 'Change', renewal: 'Renewal', trialEnd: 'End of trial', pendingChange: 'Pending change', termStart: 'Start of term',
  expiry: 'Expiry', addOnTermEnd: 'End of add-on', usageCreditExpiry: 'Calls lapse', moneyCreditExpiry: 'Credit lapses',
  collection: 'Payment',
};
export const reason = word => reasons[word] ?? word;

export const outcome = word => ({ accepted: 'done', acceptedAndOwed: 'owed' })[word] ?? word;

// Makes an element: tag, attributes, children. Text is always text.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

// Fills a table: a caption for listeners, the heads, the rows (arrays of cells; the first one heads its row, a last one fills it).
export function fill(table, caption, heads, rows, numeric = []) {
  const cell = (tag, text, index, more = {}) =>
    make(tag, { ...more, ...(numeric.includes(index) ? { class: 'number' } : {}) }, text ?? '');
  table.replaceChildren(
    make('caption', { class: 'hidden' }, caption),
    make('thead', {}, make('tr', {}, heads.map((head, index) => cell('th', head, index, { scope: 'col' })))),
    make('tbody', {}, rows.map(row => make('tr', {}, row.map((text, index) =>
      index === 0 ? cell('th', text, index, { scope: 'row' })
        : row.length < heads.length && index === row.length - 1 ? make('td', { colspan: heads.length - index }, text)
          : cell('td', text, index))))));
}

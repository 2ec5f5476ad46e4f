/** How many redirects are followed before something is wrong. */
const MOST_HOPS = 12;

const unescaped = (text) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
/** What nobody hears is no part of a name, such as the words of a button that is not busy. */
const heard = (html) =>
  html.replace(/<svg\b.*?<\/svg>/gs, '').replace(/<(\w+)\b[^>]*aria-hidden="true"[^>]*>.*?<\/\1>/gs, '');
const textOf = (html) => unescaped(html.replace(/<!--.*?-->/gs, '').replace(/<[^>]+>/g, '')).trim();

/** @param {string} tag the inside of a start tag @returns {Record<string, string>} */
function attributes(tag) {
  const pairs = [...tag.matchAll(/([^\s=/"'<>]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(pairs.map(([, name, value = '']) => [name.toLowerCase(), unescaped(value)]));
}

const tags = (html, name) =>
  [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, tag]) => attributes(tag));
const CHOSEN = new Set(['checkbox', 'radio']);

/** @param {string} inside the inside of a form: what a browser would send of it, without any button */
function fieldsOf(inside) {
  const inputs = tags(inside, 'input').filter(
    ({ name, type, checked }) => name && type !== 'submit' && (!CHOSEN.has(type) || checked !== undefined),
  );
  const selects = [...inside.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].map(([, tag, options]) => {
    const known = tags(options, 'option');
    return {
      name: attributes(tag).name,
      value: (known.find(({ selected }) => selected !== undefined) ?? known[0])?.value,
    };
  });
  return [...inputs, ...selects].map(({ name, value = 'on' }) => [name, value]);
}

function formsOf(html) {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, tag, inside]) => {
    const own = attributes(tag);
    const buttons = [...(own.id ? html : inside).matchAll(/<button\b([^>]*)>(.*?)<\/button>/gs)]
      .map(([whole, attrs, words]) => ({
        ...attributes(attrs),
        label: attributes(attrs)['aria-label'] ?? textOf(heard(words)),
        whole,
      }))
      .filter(({ form, whole }) => inside.includes(whole) || (own.id && form === own.id));
    return { ...own, fields: fieldsOf(inside), buttons };
  });
}

/** A browser without scripts and without pictures: pages, forms, links, cookies. One per person. */
export class PaperBrowser {
  #cookies = new Map();
  #stopAt;
  url = 'about:blank';
  html = '';

  /** @param {{ stopAt?: string }} [options] an origin at which it stops instead of asking */
  constructor({ stopAt } = {}) {
    this.#stopAt = stopAt;
  }

  get heading() {
    return textOf(/<h1\b[^>]*>(.*?)<\/h1>/s.exec(this.html)?.[1] ?? '');
  }

  /** @param {string} address @param {{ method?: string, body?: BodyInit }} [what] */
  async open(address, what = {}) {
    let url = new URL(address, this.url === 'about:blank' ? undefined : this.url);
    let { method = 'GET', body } = what;
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const jar = this.#cookies.get(url.host) ?? new Map();
      this.#cookies.set(url.host, jar);
      const headers = { cookie: [...jar].map((pair) => pair.join('=')).join('; ') };
      if (method !== 'GET') Object.assign(headers, { origin: url.origin, 'sec-fetch-site': 'same-origin' });
      const response = await fetch(url, { method, body, headers, redirect: 'manual' });
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
        else jar.set(name, value);
      }
      const location = response.headers.get('location');
      this.html = await response.text();
      this.url = url.href;
      if (location === null) {
        if (response.status >= 400) throw new Error(`${response.status} at ${url.pathname}: ${this.heading}`);
        return;
      }
      url = new URL(location, url);
      if (url.origin === this.#stopAt) {
        this.url = url.href;
        return;
      }
      method = 'GET';
      body = undefined;
    }
    throw new Error(`redirected without end at ${url.pathname}`);
  }

  /** Sends the form that has this button. @param {RegExp} label @param {Record<string, string>} [typed] */
  async press(label, typed = {}) {
    for (const form of formsOf(this.html)) {
      const button = form.buttons.find((candidate) => label.test(candidate.label));
      if (button === undefined) continue;
      const fields = [...form.fields.filter(([name]) => !(name in typed)), ...Object.entries(typed)];
      if (button.name) fields.push([button.name, button.value ?? '']);
      const multipart = (button.formenctype ?? form.enctype) === 'multipart/form-data';
      const body = multipart ? new FormData() : new URLSearchParams();
      for (const [name, value] of fields) body.append(name, value);
      const action = button.formaction ?? form.action ?? '';
      return this.open(action === '' ? this.url : action, { method: 'POST', body });
    }
    const labels = formsOf(this.html).flatMap(({ buttons }) => buttons.map((button) => button.label));
    throw new Error(
      `no button ${label} among ${JSON.stringify(labels)} at ${new URL(this.url).pathname} ("${this.heading}")`,
    );
  }

  /** Names of the page's checkboxes. */
  checkboxes() {
    return tags(this.html, 'input').flatMap(({ type, name, value }) =>
      type === 'checkbox' ? [[name, value ?? 'on']] : [],
    );
  }

  /** Follows the link with these words. @param {RegExp} words */
  async follow(words) {
    const link = [...this.html.matchAll(/<a\b([^>]*)>(.*?)<\/a>/gs)].find(([, , inside]) =>
      words.test(textOf(heard(inside))),
    );
    if (link === undefined)
      throw new Error(`no link ${words} at ${new URL(this.url).pathname} ("${this.heading}")`);
    return this.open(attributes(link[1]).href);
  }
}

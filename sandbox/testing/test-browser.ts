import type { Sandbox } from '@/sandbox/create-sandbox';
import { ORIGIN } from './test-sandbox';

/** A page as a browser without scripts sees it. */
export interface Page {
  readonly status: number;
  readonly url: string;
  readonly html: string;
  readonly headers: Headers;
}

/** Follows links and sends forms, keeps cookies, stops where the address leaves the sandbox. */
export class TestBrowser {
  private readonly cookies = new Map<string, string>();
  page: Page;

  /** `origin`: where the sandbox is; what leads elsewhere is not followed. */
  constructor(
    private readonly sandbox: Pick<Sandbox, 'fetch'>,
    private readonly origin = ORIGIN,
  ) {
    this.page = { status: 0, url: origin, html: '', headers: new Headers() };
  }

  async open(address: string, form?: Record<string, string>): Promise<Page> {
    let url = new URL(address, this.page.url);
    let method = form === undefined ? 'GET' : 'POST';
    for (let hops = 0; hops < 10; hops += 1) {
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const body = method === 'POST' ? new URLSearchParams(form) : undefined;
      const request = new Request(url, { method, headers: cookie ? { cookie } : {}, ...(body && { body }) });
      const response = await this.sandbox.fetch(request);
      for (const set of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
        this.cookies.set(name, value);
      }
      const location = response.headers.get('location');
      this.page = {
        status: response.status,
        url: url.href,
        html: await response.text(),
        headers: response.headers,
      };
      if (location === null) return this.page;
      url = new URL(location, url);
      method = 'GET';
      // Kept as it was sent: the bank sees these bytes.
      if (url.origin !== this.origin) return (this.page = { ...this.page, url: location });
    }
    throw new Error('too many redirects');
  }

  /** Follows the link with this text. */
  click(text: string): Promise<Page> {
    const link = [...this.page.html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([^<]*)<\/a>/g)].find(
      ([, , words]) => words === text,
    );
    if (link?.[1] === undefined) throw new Error(`no link "${text}" on ${this.page.url}`);
    return this.open(link[1].replaceAll('&amp;', '&'));
  }

  /** Sends the form whose action ends like this. */
  submit(ending: string, form: Record<string, string> = {}): Promise<Page> {
    const action = [...this.page.html.matchAll(/(?:form)?action="([^"]+)"/g)]
      .map(([, path]) => path ?? '')
      .find((path) => path.endsWith(ending));
    if (action === undefined) throw new Error(`no form "${ending}" on ${this.page.url}`);
    return this.open(action, form);
  }

  /** The level-one heading, as text. */
  get heading(): string {
    const inside = /<h1>(.*?)<\/h1>/s.exec(this.page.html)?.[1] ?? '';
    return inside
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&')
      .trim();
  }
}

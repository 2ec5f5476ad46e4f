import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { knownProblem } from '@/lib/errors/known-problem';
import { collectLogLines } from '@/lib/testing/log-lines';
import { failure, formFields } from './door';

const lines = collectLogLines();

describe('a form at the door', () => {
  it('AZ-03: is an object of texts: the first of equal names, lists where one is expected, no files, nothing of Next', () => {
    const form = new FormData();
    for (const [name, value] of [
      ['code', '123456'],
      ['code', '999999'],
      ['cardId', 'a'],
      ['cardId', 'b'],
      ['$ACTION_ID_x', 'y'],
    ] as const)
      form.append(name, value);
    form.append('file', new File(['x'], 'x.txt'));
    expect(formFields(form, ['cardId'])).toEqual({ code: '123456', cardId: ['a', 'b'] });
  });

  it('ASVS 15.3.6: leaves prototypes alone, whatever a field is called', () => {
    const form = new FormData();
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) form.append(name, 'x');
    formFields(form, ['__proto__']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(formFields(form)['constructor']).toBe('x');
  });
});

describe('OP-08: a failure', () => {
  it('of ours is its code, with the tries that are left', () => {
    expect(failure(new AppError('STALE'))).toEqual({ status: 'error', code: 'STALE' });
    expect(failure(new AppError('WRONG_CODE', { triesLeft: 2 }))).toEqual({
      status: 'error',
      code: 'WRONG_CODE',
      triesLeft: 2,
    });
  });

  it('of any other kind is a reference that the log has too, and no word of its message', () => {
    const state = failure(new TypeError('select * from customers where pan = 5123450000044113'));
    expect(state).toMatchObject({
      status: 'error',
      code: 'SERVICE_UNAVAILABLE',
      reference: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/),
    });
    const reference = 'reference' in state ? String(state.reference) : '';
    expect(lines.join('')).toContain(reference);
    expect(lines.join('')).toContain('TypeError');
    expect(lines.join('') + JSON.stringify(state)).not.toMatch(/select|512345/);
  });

  it('that is Next’s own signal goes on', () => {
    const signal = Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;push;/cards;303;' });
    expect(() => failure(signal)).toThrow(signal);
  });

  it('is shown from an address only when it is one of ours', () => {
    expect(knownProblem('STALE')).toBe('STALE');
    for (const value of ['stale', '<b>', 'toString', '', null, undefined, ['STALE']])
      expect(knownProblem(value)).toBeNull();
  });
});

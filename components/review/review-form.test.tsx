import { describe, expect, it } from 'vitest';
import { renderMarkup } from '@/lib/testing/render-markup';
import { FieldRow } from './field-row';
import { ReviewForm } from './review-form';

const agreement = 'I ask Partner Bank to send this slip.';

function form(): string {
  return renderMarkup(
    <ReviewForm
      action={() => Promise.resolve({ status: 'idle' })}
      hidden={{ enrollmentId: 'e1', version: '3', consentVersion: '1.en' }}
      consentText={agreement}
      why={null}
      agreeKey="agree"
      codeHint={null}
      signInNext="/enroll/e1/review"
      slip={
        <ul>
          <FieldRow field="name" lines={['Elena Rossi']} optional={false} shared name="Click to Pay" />
          <FieldRow field="email" lines={['elena@example.com']} optional shared name="Click to Pay" />
          <FieldRow field="mobile" lines={['+44 7700 900188']} optional shared={false} name="Click to Pay" />
        </ul>
      }
    />,
  );
}

/** Names and values a browser would post, with what is checked. */
function controls(page: string): string[] {
  return [...page.matchAll(/<input[^>]*>/g)].map(([tag]) => {
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    return `${value('name')}=${value('value')}${tag.includes(' checked') ? ' checked' : ''}`;
  });
}

describe('ReviewForm', () => {
  it('posts the slip, one answer for each optional field, and nothing for what is always sent', () => {
    expect(controls(form())).toEqual([
      'enrollmentId=e1',
      'version=3',
      'consentVersion=1.en',
      'share.email=yes checked',
      'share.email=no',
      'share.mobile=yes',
      'share.mobile=no checked',
      'agree=yes',
    ]);
  });

  it('GD-02: shows the consent word for word, unticked, and has the browser ask for the tick where no script runs', () => {
    const page = form();
    expect(page).toContain(`>${agreement}<`);
    expect(page).toMatch(/<input(?=[^>]*name="agree")(?=[^>]* required)(?![^>]* checked)/);
    expect(page).not.toMatch(/<form[^>]*novalidate/i);
  });

  it('names each pair of radios after its field', () => {
    expect(form()).toMatch(/<legend[^>]*>E-mail: share or keep private<\/legend>/);
  });
});

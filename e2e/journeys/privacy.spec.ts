import { expect, test } from '../fixtures/test';

test.describe('what is kept private', () => {
  test('details that are not shared are not sent; Click to Pay asks for e-mail and mobile itself', async ({
    page,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToReview(robin, robin.cards[0]);
    await expect(page.getByText('1 Test Street')).toBeVisible();
    for (const field of ['Address', 'E-mail', 'Mobile'] as const) await portal.keepPrivate(field);
    await portal.agree();
    await portal.confirm(robin);
    await expect(page.getByText('Not shared')).toHaveCount(3);
    await expect(page.getByText(robin.email)).toHaveCount(0);
    await portal.leave();

    const [push] = await mastercard.pushes(robin);
    const [{ fundingAccountData }] = push?.bodyDecrypted as [
      { fundingAccountData: { accountHolderData: object; cardAccountData: { accountNumber: string } } },
    ];
    expect(Object.keys(fundingAccountData.accountHolderData)).toEqual(['accountHolderName']);
    expect(fundingAccountData.cardAccountData.accountNumber).toMatch(/^•+\d{4}$/);
    // As it went over the wire nothing of it is readable, not even the name.
    expect(push?.bodyAsSent).not.toContain(robin.familyName);

    await expect(clickToPay.heading).toHaveText('How can we reach you?');

    await test.step('what is typed wrong is said beside the field, and kept', async () => {
      await clickToPay.giveContact('not an address', '+44 7700 900123');
      await expect(page.getByText('Enter an e-mail address like name@example.com.')).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Mobile number' })).toHaveValue('+44 7700 900123');
    });

    await clickToPay.giveContact(`own-${robin.email}`, '+44 7700 900123');
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    await expect(page.getByText('One card, name', { exact: false })).toBeVisible();
  });

  test('only what is marked private stays: the rest is sent as it was shown @once', async ({
    page,
    world,
    portal,
    mastercard,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToReview(robin, robin.cards[0]);
    await portal.keepPrivate('Mobile');

    await test.step('the choice survives a refusal of the form', async () => {
      await page.getByRole('button', { name: 'Agree and get a code' }).click();
      await expect(page.getByRole('link', { name: 'Tick the box to send this slip.' })).toBeVisible();
      await expect(
        page
          .getByRole('group', { name: 'Mobile: share or keep private' })
          .getByRole('radio', { name: 'Keep private' }),
      ).toBeChecked();
    });

    await portal.agree();
    await portal.confirm(robin);
    const [push] = await mastercard.pushes(robin);
    const [{ fundingAccountData }] = push?.bodyDecrypted as [
      { fundingAccountData: { accountHolderData: Record<string, unknown> } },
    ];
    expect(fundingAccountData.accountHolderData).toEqual({
      accountHolderName: `Robin ${robin.familyName}`,
      accountHolderAddress: {
        line1: '1 Test Street',
        city: 'Bristol',
        postalCode: 'BS1 1AA',
        country: 'GBR',
      },
      accountHolderEmailAddress: robin.email,
    });
    await portal.open('/activity');
    await page.getByText('What you agreed to').click();
    await expect(page.getByText(/You shared: name, address,? and e-mail/)).toBeVisible();
  });
});

/** @jsxImportSource hono/jsx */
import { Layout } from './layout';

/** What Click to Pay is, for someone who was sent here and wonders. */
export function AboutPage({ locale }: { locale: string }) {
  return (
    <Layout title="What is Click to Pay?" locale={locale}>
      <h1>What is Click to Pay?</h1>
      <p class="lead">A way to pay online without typing your card number.</p>
      <div class="prose">
        <h2>At the checkout</h2>
        <p>
          Look for the Click to Pay button, confirm your e-mail, choose a card and pay. It works in many
          shops, without an account in any of them.
        </p>
        <h2>What shops see</h2>
        <p>
          Shops get a stand-in number, made for Click to Pay. Your card number stays with your bank and the
          card network, so a shop that is broken into has nothing of yours to lose.
        </p>
        <h2>How your card gets here</h2>
        <p>
          You choose a card at your bank and agree. Your bank sends it to the card network sealed, and sends
          you here with a signed slip that is good for a few minutes. We check the slip, then:
        </p>
        <ul>
          <li>if you are new, a profile is made from what your bank shared;</li>
          <li>if you have a profile, we may ask for a one-time code first;</li>
          <li>if you cancel, nothing is added.</li>
        </ul>
        <h2>Remember me</h2>
        <p>
          On a browser of your own you can be remembered, and the code is skipped next time. Do not use it on
          a shared computer.
        </p>
        <h2>This is a sandbox</h2>
        <p>
          These pages stand in for Click to Pay, so that a bank can try the whole journey. They hold no real
          cards and send no real messages.
        </p>
      </div>
    </Layout>
  );
}

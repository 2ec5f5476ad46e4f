/** What the strip says to whoever shows the sandbox to others: a tool, in English whatever the cardholder reads. */
export const presenter = {
  title: 'Presenter: choose what happens',
  here: 'Click to Pay decides',
  back: 'On the way back to the bank',
  asItIs: 'As it stands',
  play: 'Play this',
  hide: 'Hide this from the audience',
};

/** English words, dates and numbers as the bank writes them. Becomes the person's own when there is a second language. */
export const FORMAT_LOCALE = 'en-GB';

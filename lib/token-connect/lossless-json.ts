/** More digits than a double holds exactly (2^53 has 16). */
const UNSAFE_DIGITS = 16;

/** Strings first, so that digits inside them stay as they are; the closing quote is optional to stay linear. */
const STRING_OR_NUMBER = /"(?:[^"\\]+|\\.)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/**
 * `JSON.parse` that returns integers of 16 digits and more as strings: account ranges are 19-digit JSON numbers
 * (spec section 4.1), which `JSON.parse` alone would round.
 * @throws {SyntaxError} when the text is not JSON.
 */
export function parseLosslessJson(text: string): unknown {
  const quoted = text.replace(STRING_OR_NUMBER, (token) =>
    /^-?\d+$/.test(token) && token.length >= UNSAFE_DIGITS ? `"${token}"` : token,
  );
  return JSON.parse(quoted);
}

/** Advice that rows of several tables give. */
export const PIN_ALGORITHM =
  'Pin the verifier to the one algorithm you expect. Never take it from the token.';
export const VERIFY_FIRST = 'Verify the signature before you read a claim; decoding is not verifying.';
export const EXACT_FORM =
  'Accept only the exact compact form: three parts of base64url without padding, and nothing around them.';
export const THREE_PARTS = 'Accept tokens of exactly three parts, and answer 401 to every other shape.';
export const DOCUMENTED_TYPES = 'Accept a claim only in its documented type, and answer 401 otherwise.';
export const SHOP_OF_TOKEN = 'Take the shop from dest of the verified token, never from the request.';
export const ASK_VTEX_ID = 'Ask VTEX ID (credential/validate) about every token; never decode it yourself.';
export const BOUNCE =
  'Redirect a document request without a valid token to a page that only loads App Bridge.';
export const ALLOW_EVERY_ORIGIN = 'Allow every origin: Access-Control-Allow-Origin: *.';

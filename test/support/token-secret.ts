/** What the test runner's server with access control signs its tokens with. Secret to nobody. */
export const TOKEN_SECRET = 'a secret of thirty-two bytes or more';

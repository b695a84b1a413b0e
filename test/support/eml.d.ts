declare module "*.eml" {
  const bytes: Uint8Array;
  export default bytes;
}

declare module 'regenerator-runtime' {
  const regeneratorRuntime: object;
  export default regeneratorRuntime;
}

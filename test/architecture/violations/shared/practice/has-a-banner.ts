// breaks: no-banners
// ---------- closing ----------
export const close = (): void => undefined

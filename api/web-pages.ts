import { join } from 'node:path';
import express, { Router } from 'express';

/** The built browser app. It routes by itself, so every page address gets the same document. */
export function webPages(webDir: string): Router {
  const routes = Router();
  routes.use('/assets', express.static(join(webDir, 'assets'), { immutable: true, maxAge: '1y', acceptRanges: false }));
  routes.use(express.static(webDir, { index: false, acceptRanges: false }));
  routes.get(/^\/(?!v1\/|v1$|assets\/)/, (req, res, next) => {
    if (!req.accepts('html')) return next();
    res.set('Cache-Control', 'no-cache').sendFile('index.html', { root: webDir, acceptRanges: false });
  });
  return routes;
}

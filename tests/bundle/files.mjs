import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const SITE = fileURLToPath(new URL("../../target/site/", import.meta.url));
export const BUNDLE = `${SITE}gongkai/`;

/** @param {string} name @returns {Promise<Buffer>} a file of the built site */
export const siteFile = (name) => readFile(SITE + name);

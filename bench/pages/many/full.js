// The whole library, as its own minified build puts it on the page.
import { start } from "./app.js";

start(window.echarts);

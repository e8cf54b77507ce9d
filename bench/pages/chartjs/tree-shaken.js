// Chart.js with only the parts that these figures use.
import { BarController, BarElement, CategoryScale, Chart, LineController, LineElement, LinearScale, LogarithmicScale, PointElement, Tooltip } from "chart.js";
import { start } from "../report/app.js";
import { plot } from "./chart.js";

Chart.register(BarController, BarElement, CategoryScale, LineController, LineElement, LinearScale, LogarithmicScale, PointElement, Tooltip);
start(plot(Chart));
